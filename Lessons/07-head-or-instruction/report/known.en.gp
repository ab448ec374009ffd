set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'known.en.svg'
set colorsequence podo
set key off
set label 'Domains trained on' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
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
set arrow from screen 0.76657, screen 0.71707 to screen 0.81175, screen 0.74360 nohead lc 6 lw 1.3 dt solid
set label 'base, head' at screen 0.81731, screen 0.74360 left textcolor rgb 'black' front
set arrow from screen 0.76657, screen 0.71270 to screen 0.81175, screen 0.70425 nohead lc 7 lw 1.3 dt solid
set label 'base, instruction' at screen 0.81731, screen 0.70425 left textcolor rgb 'black' front
set arrow from screen 0.76657, screen 0.68299 to screen 0.81175, screen 0.66490 nohead lc 2 lw 1.3 dt solid
set label 'nano, head' at screen 0.81731, screen 0.66490 left textcolor rgb 'black' front
set arrow from screen 0.76657, screen 0.62094 to screen 0.81175, screen 0.62094 nohead lc 3 lw 1.3 dt solid
set label 'bag of words' at screen 0.81731, screen 0.62094 left textcolor rgb 'black' front
set arrow from screen 0.76657, screen 0.49074 to screen 0.81175, screen 0.49074 nohead lc 8 lw 1.3 dt solid
set label 'chat, instruction' at screen 0.81731, screen 0.49074 left textcolor rgb 'black' front
set arrow from screen 0.76657, screen 0.43394 to screen 0.81175, screen 0.43394 nohead lc 4 lw 1.3 dt solid
set label 'chat, head' at screen 0.81731, screen 0.43394 left textcolor rgb 'black' front
set arrow from screen 0.78675, screen 0.28102 to screen 0.81175, screen 0.28102 nohead lc rgb 'black' lw 1
set label 'chance, majority' at screen 0.81731, screen 0.28102 left textcolor rgb 'black' front
$interval1 << EOD
32 0.5975 0.4999222735023732 0.7206588151617057
128 0.750625 0.6957702600724457 0.8005304142958166
512 0.811875 0.7732804046209574 0.8494324374006035
EOD
$interval2 << EOD
32 0.731875 0.616165510470032 0.8207534008658889
128 0.7768750000000001 0.7268682369676586 0.8250033815161704
512 0.8087499999999999 0.7647364836101772 0.8505236512634756
EOD
$interval3 << EOD
32 0.5193749999999999 0.4841081020940065 0.5553716281586888
128 0.5337500000000001 0.4903040462095736 0.578554065559292
512 0.609375 0.5505067436826226 0.6603750096748593
EOD
$interval4 << EOD
32 0.5431250000000001 0.5019729672203539 0.588915549169469
128 0.5625 0.49685809241914725 0.6300101445485117
512 0.65 0.6007702600724456 0.698493246642518
EOD
$reference << EOD
29.446004819996006 0.5
556.4082496133417 0.5
EOD
$series1 << EOD
32 0.5975
128 0.750625
512 0.811875
EOD
$series2 << EOD
32 0.731875
128 0.7768750000000001
512 0.8087499999999999
EOD
$series3 << EOD
32 0.5193749999999999
128 0.5337500000000001
512 0.609375
EOD
$series4 << EOD
32 0.5431250000000001
128 0.5625
512 0.65
EOD
$series5 << EOD
32 0.630625
128 0.746875
512 0.7875
EOD
$series6 << EOD
32 0.625
128 0.680625
512 0.743125
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
