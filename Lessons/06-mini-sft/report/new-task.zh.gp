set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'new-task.zh.svg'
set colorsequence podo
set key off
set label '两个新任务，精确匹配' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '答对' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.83128
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [7.361501204999001:139.10206240333542]
set xtics scale 0 nomirror ('8' 8, '32' 32, '128' 128)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label '微调用的行数' at screen 0.45817, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.83128, screen 0.32161 to screen 0.85628, screen 0.32161 nohead lc rgb 'black' lw 1
set label '总答第一项' at screen 0.86183, screen 0.32161 left textcolor rgb 'black' front
set arrow from screen 0.81016, screen 0.21402 to screen 0.85628, screen 0.21402 nohead lc 7 lw 1.3 dt solid
set label '从 chat 出发' at screen 0.86183, screen 0.21402 left textcolor rgb 'black' front
set arrow from screen 0.81016, screen 0.15868 to screen 0.85628, screen 0.15868 nohead lc 6 lw 1.3 dt solid
set label '从 mini 出发' at screen 0.86183, screen 0.15868 left textcolor rgb 'black' front
$interval1 << EOD
8 0.020833333333333332 -0.031013485299836455 0.06694142451323522
32 0.016666666666666666 -0.03647745490653585 0.10212157647973832
128 0.024999999999999998 -0.021108091179901874 0.08804951569313706
EOD
$interval2 << EOD
8 0.09583333333333333 -0.004716182359803693 0.20786030393300625
32 0.10000000000000002 0.04555857548676471 0.15990539411993454
128 0.10416666666666667 -0.0005495156931370759 0.20314412157320244
EOD
$reference << EOD
7.361501204999001 0.25806451612903225
139.10206240333542 0.25806451612903225
EOD
$series1 << EOD
8 0.020833333333333332
32 0.016666666666666666
128 0.024999999999999998
EOD
$series2 << EOD
8 0.09583333333333333
32 0.10000000000000002
128 0.10416666666666667
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 7 lw 1.6, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9
