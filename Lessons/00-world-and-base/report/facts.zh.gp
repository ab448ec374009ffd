set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'facts.zh.svg'
set colorsequence podo
set key off
set label '这个人最爱吃哪道菜？' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '四选一的正确率' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set label '语料里的人' at screen 0.28671, screen 0.05093 center textcolor rgb 'black' front
set label '留出的人' at screen 0.69001, screen 0.05093 center textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.89167
set tmargin at screen 0.83102
set bmargin at screen 0.08565
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noxtics
set border 1 lc rgb 'black' lw 1
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set xrange [-0.5:1.5]
set xtics scale 0 nomirror ('' 0)
set label '随机猜测' at screen 0.90000, screen 0.27199 left textcolor rgb 'black' front
set label '25.0%' at screen 0.28671, screen 0.34127 center font ',12' textcolor rgb 'black' front
set label '24.4%' at screen 0.69001, screen 0.33941 center font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 0.25 0
1 0.24375 0
EOD
$interval1 << EOD
0 0.25 0.19 0.315
1 0.24375 0.175 0.3125
EOD
$reference << EOD
-0.5 0.25
1.5 0.25
EOD
plot $bars1 using 1:2:($1-0.35719999999999996):($1+0.35719999999999996):3:2 with boxxyerror lc 6 fillstyle solid noborder, \
  $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5)
