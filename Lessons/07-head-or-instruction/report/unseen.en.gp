set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'unseen.en.svg'
set colorsequence podo
set key off
set label 'Domains without a labelled review' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'test accuracy' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.07378
set rmargin at screen 0.78675
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [29.446004819996006:556.4082496133417]
set xtics scale 0 nomirror ('32' 32, '128' 128, '512' 512)
set yrange [0.4:0.9]
set ytics scale 0 nomirror ('40%%' 0.4, '50%%' 0.5, '60%%' 0.6, '70%%' 0.7, '80%%' 0.8, '90%%' 0.9)
set label 'labelled reviews' at screen 0.43026, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.76657, screen 0.72144 to screen 0.81175, screen 0.72144 nohead lc 7 lw 1.3 dt solid
set label 'base, instruction' at screen 0.81731, screen 0.72144 left textcolor rgb 'black' front
set arrow from screen 0.76657, screen 0.63842 to screen 0.81175, screen 0.67399 nohead lc 6 lw 1.3 dt solid
set label 'base, head' at screen 0.81731, screen 0.67399 left textcolor rgb 'black' front
set arrow from screen 0.76657, screen 0.63318 to screen 0.81175, screen 0.63463 nohead lc 3 lw 1.3 dt solid
set label 'bag of words' at screen 0.81731, screen 0.63463 left textcolor rgb 'black' front
set arrow from screen 0.76657, screen 0.63230 to screen 0.81175, screen 0.59528 nohead lc 2 lw 1.3 dt solid
set label 'nano, head' at screen 0.81731, screen 0.59528 left textcolor rgb 'black' front
set arrow from screen 0.76657, screen 0.45666 to screen 0.81175, screen 0.46148 nohead lc 8 lw 1.3 dt solid
set label 'chat, instruction' at screen 0.81731, screen 0.46148 left textcolor rgb 'black' front
set arrow from screen 0.76657, screen 0.42695 to screen 0.81175, screen 0.42213 nohead lc 4 lw 1.3 dt solid
set label 'chat, head' at screen 0.81731, screen 0.42213 left textcolor rgb 'black' front
set arrow from screen 0.78675, screen 0.28102 to screen 0.81175, screen 0.28102 nohead lc rgb 'black' lw 1
set label 'chance, majority' at screen 0.81731, screen 0.28102 left textcolor rgb 'black' front
$interval1 << EOD
32 0.579375 0.483621599134111 0.6963885454144009
128 0.721875 0.6502972831772323 0.7912669075808527
512 0.755625 0.7108749903251408 0.8002702794221641
EOD
$interval2 << EOD
32 0.725625 0.6136182176179404 0.8208581311185843
128 0.8099999999999999 0.7621858092419148 0.8540168979059938
512 0.8150000000000001 0.7744222928520916 0.8548986512634753
EOD
$interval3 << EOD
32 0.53125 0.5016114836101769 0.5631824374006035
128 0.5512499999999999 0.5039526974730493 0.6000169075808529
512 0.604375 0.5368614739353177 0.6728716281586887
EOD
$interval4 << EOD
32 0.52875 0.47982768779818974 0.580949335306597
128 0.534375 0.48692229285209165 0.5814087861371279
512 0.625625 0.5734290462095737 0.6787027071479085
EOD
$reference << EOD
29.446004819996006 0.5
556.4082496133417 0.5
EOD
$series1 << EOD
32 0.579375
128 0.721875
512 0.755625
EOD
$series2 << EOD
32 0.725625
128 0.8099999999999999
512 0.8150000000000001
EOD
$series3 << EOD
32 0.53125
128 0.5512499999999999
512 0.604375
EOD
$series4 << EOD
32 0.52875
128 0.534375
512 0.625625
EOD
$series5 << EOD
32 0.5750000000000001
128 0.7162499999999999
512 0.75125
EOD
$series6 << EOD
32 0.6200000000000001
128 0.6925
512 0.751875
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 7 lw 1.6, \
  $interval3 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 4 lw 1.6, \
  $interval4 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 8 lw 1.6, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9, \
  $series5 using 1:2 with linespoints lc 2 lw 2.5 dt (9,4) pt 13 ps 0.9, \
  $series6 using 1:2 with linespoints lc 3 lw 2.5 dt (14,4,4,4,4,4) pt 6 ps 0.9
