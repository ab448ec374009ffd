set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'loss.svg'
set colorsequence podo
set key off
set label 'nano: next-token loss' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'nats per token' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.04461
set rmargin at screen 0.85286
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [9.4:40.6]
set xtics scale 0 nomirror ('10' 10, '20' 20, '30' 30, '40' 40)
set yrange [3:8]
set ytics scale 0 nomirror ('3' 3, '4' 4, '5' 5, '6' 6, '7' 7, '8' 8)
set label 'step' at screen 0.44874, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.57826, screen 0.67403 to screen 0.87786, screen 0.69243 nohead lc 6 lw 1
set label 'training' at screen 0.88342, screen 0.69243 left textcolor rgb 'black' front
set arrow from screen 0.83732, screen 0.67148 to screen 0.87786, screen 0.65308 nohead lc 7 lw 1
set label 'validation' at screen 0.88342, screen 0.65308 left textcolor rgb 'black' front
set arrow from screen 0.85286, screen 0.18702 to screen 0.87786, screen 0.18702 nohead lc rgb 'black' lw 1
set label '5-gram' at screen 0.88342, screen 0.18702 left textcolor rgb 'black' front
$reference << EOD
9.4 3.327689975695559
40.6 3.327689975695559
EOD
$series1 << EOD
10 7.4253747940063475
30 6.810923385620117
EOD
$series2 << EOD
20 6.885055967693916
40 6.792692957184045
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9
