set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'state.zh.svg'
set colorsequence podo
set key off
set label '优化器状态' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '占全参数微调的比例' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.86667
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [0:1]
set xtics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label '训练全部参数的步数所占比例' at screen 0.47586, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.86667, screen 0.84028 to screen 0.89167, screen 0.84028 nohead lc 6 lw 1.3 dt solid
set label '各步平均' at screen 0.89722, screen 0.84028 left textcolor rgb 'black' front
set arrow from screen 0.86667, screen 0.84028 to screen 0.89167, screen 0.80093 nohead lc 7 lw 1.3 dt solid
set label '峰值' at screen 0.89722, screen 0.80093 left textcolor rgb 'black' front
$series1 << EOD
0 0.009337613072658301
0.1 0.1084038517653925
0.2 0.2074700904581267
0.3 0.30653632915086076
1 1
EOD
$series2 << EOD
0 0.009337613072658301
0.1 1
0.2 1
0.3 1
1 1
EOD
plot $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9
