set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'readings.en.svg'
set colorsequence podo
set key off
set label 'Scored and written' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'test accuracy' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.07378
set rmargin at screen 0.81961
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [29.446004819996006:556.4082496133417]
set xtics scale 0 nomirror ('32' 32, '128' 128, '512' 512)
set yrange [0.4:0.9]
set ytics scale 0 nomirror ('40%%' 0.4, '50%%' 0.5, '60%%' 0.6, '70%%' 0.7, '80%%' 0.8, '90%%' 0.9)
set label 'labelled reviews' at screen 0.44669, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.79850, screen 0.71270 to screen 0.84461, screen 0.75731 nohead lc 4 lw 1.3 dt solid
set label 'base, scored' at screen 0.85017, screen 0.75731 left textcolor rgb 'black' front
set arrow from screen 0.79850, screen 0.71270 to screen 0.84461, screen 0.71795 nohead lc 8 lw 1.3 dt solid
set label 'base, written' at screen 0.85017, screen 0.71795 left textcolor rgb 'black' front
set arrow from screen 0.79850, screen 0.68386 to screen 0.84461, screen 0.67860 nohead lc 6 lw 1.3 dt solid
set label 'nano, scored' at screen 0.85017, screen 0.67860 left textcolor rgb 'black' front
set arrow from screen 0.79850, screen 0.68386 to screen 0.84461, screen 0.63925 nohead lc 7 lw 1.3 dt solid
set label 'nano, written' at screen 0.85017, screen 0.63925 left textcolor rgb 'black' front
set arrow from screen 0.79850, screen 0.49074 to screen 0.84461, screen 0.51042 nohead lc 2 lw 1.3 dt solid
set label 'chat, scored' at screen 0.85017, screen 0.51042 left textcolor rgb 'black' front
set arrow from screen 0.79850, screen 0.49074 to screen 0.84461, screen 0.47106 nohead lc 3 lw 1.3 dt solid
set label 'chat, written' at screen 0.85017, screen 0.47106 left textcolor rgb 'black' front
set arrow from screen 0.81961, screen 0.28102 to screen 0.84461, screen 0.28102 nohead lc rgb 'black' lw 1
set label 'chance' at screen 0.85017, screen 0.28102 left textcolor rgb 'black' front
$reference << EOD
29.446004819996006 0.5
556.4082496133417 0.5
EOD
$series1 << EOD
32 0.59125
128 0.6668749999999999
512 0.788125
EOD
$series2 << EOD
32 0.59125
128 0.6668749999999999
512 0.788125
EOD
$series3 << EOD
32 0.731875
128 0.7768750000000001
512 0.8087499999999999
EOD
$series4 << EOD
32 0.73125
128 0.7768750000000001
512 0.8087499999999999
EOD
$series5 << EOD
32 0.5431250000000001
128 0.5625
512 0.65
EOD
$series6 << EOD
32 0.5431250000000001
128 0.561875
512 0.65
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9, \
  $series5 using 1:2 with linespoints lc 2 lw 2.5 dt (9,4) pt 13 ps 0.9, \
  $series6 using 1:2 with linespoints lc 3 lw 2.5 dt (14,4,4,4,4,4) pt 6 ps 0.9
