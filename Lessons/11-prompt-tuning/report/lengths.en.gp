set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'lengths.en.svg'
set colorsequence podo
set key off
set label 'Accuracy over length, nano' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'test accuracy' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.75447
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [0.9012504626108302:35.50622310617104]
set xtics scale 0 nomirror ('1' 1, '4' 4, '16' 16, '32' 32)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label 'virtual tokens' at screen 0.41976, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.73553, screen 0.74882 to screen 0.77947, screen 0.74882 nohead lc 4 lw 1.3 dt solid
set label 'full tuning' at screen 0.78503, screen 0.74882 left textcolor rgb 'black' front
set arrow from screen 0.73553, screen 0.43734 to screen 0.77947, screen 0.46433 nohead lc 7 lw 1.3 dt solid
set label 'prefix in every layer' at screen 0.78503, screen 0.46433 left textcolor rgb 'black' front
set arrow from screen 0.73553, screen 0.43540 to screen 0.77947, screen 0.42497 nohead lc 6 lw 1.3 dt solid
set label 'vectors at the input' at screen 0.78503, screen 0.42497 left textcolor rgb 'black' front
set arrow from screen 0.73553, screen 0.37423 to screen 0.77947, screen 0.38562 nohead lc 8 lw 1.3 dt solid
set label 'best written prompt' at screen 0.78503, screen 0.38562 left textcolor rgb 'black' front
set arrow from screen 0.75447, screen 0.37423 to screen 0.77947, screen 0.34627 nohead lc rgb 'black' lw 1
set label 'untuned' at screen 0.78503, screen 0.34627 left textcolor rgb 'black' front
$interval1 << EOD
1 0.3513888888888889 0.28487989868899805 0.42083333333333317
4 0.4222222222222222 0.37638888888888883 0.46953603039330044
16 0.4425 0.38284233780997573 0.5085495568710645
32 0.42083333333333334 0.3633648686266885 0.4816951820288125
EOD
$interval2 << EOD
1 0.3736111111111111 0.25482286796470616 0.5496440519794656
16 0.40750000000000003 0.3609684649820327 0.45451351316486993
32 0.42361111111111116 0.33512916110462965 0.5338167585085507
EOD
$reference << EOD
0.9012504626108302 0.3333333333333333
35.50622310617104 0.3333333333333333
EOD
$series1 << EOD
1 0.3513888888888889
4 0.4222222222222222
16 0.4425
32 0.42083333333333334
EOD
$series2 << EOD
1 0.3736111111111111
16 0.40750000000000003
32 0.42361111111111116
EOD
$series3 << EOD
1 0.8691666666666666
32 0.8691666666666666
EOD
$series4 << EOD
1 0.3333333333333333
32 0.3333333333333333
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 7 lw 1.6, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9
