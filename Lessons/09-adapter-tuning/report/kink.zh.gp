set encoding utf8
set terminal svg size 720,330 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'kink.zh.svg'
set colorsequence podo
set key off
set label '适配器的各种形式，nano' at screen 0.01944, screen 0.93030 left font ',17' textcolor rgb 'black' front
set label 'ReLU 加偏置' at screen 0.15419, screen 0.74121 right textcolor rgb 'black' front
set label 'ReLU' at screen 0.15419, screen 0.61758 right textcolor rgb 'black' front
set label 'GELU' at screen 0.15419, screen 0.49394 right textcolor rgb 'black' front
set label '无激活函数' at screen 0.15419, screen 0.37030 right textcolor rgb 'black' front
set label 'Pfeiffer 的形式' at screen 0.15419, screen 0.24667 right textcolor rgb 'black' front
set lmargin at screen 0.16531
set rmargin at screen 0.92500
set tmargin at screen 0.80303
set bmargin at screen 0.18485
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:1]
set xtics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set yrange [4.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label '测试准确率' at screen 0.54515, screen 0.05758 center textcolor rgb 'black' front
set label '全参数微调' at screen 0.83320, screen 0.83333 center textcolor rgb 'black' front
set label '78.3%' at screen 0.84015, screen 0.74121 left font ',12' textcolor rgb 'black' front
set label '76.2%' at screen 0.84202, screen 0.61758 left font ',12' textcolor rgb 'black' front
set label '78.5%' at screen 0.89646, screen 0.49394 left font ',12' textcolor rgb 'black' front
set label '76.0%' at screen 0.86722, screen 0.37030 left font ',12' textcolor rgb 'black' front
set label '76.2%' at screen 0.84302, screen 0.24667 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 0.7833333333333333 0
1 0.7625000000000001 0
2 0.7847222222222222 0
3 0.7597222222222223 0
4 0.7625000000000001 0
EOD
$interval1 << EOD
0 0.7833333333333333 0.6925976258112747 0.8686966571975488
1 0.7625000000000001 0.6572597973779957 0.8816290915108929
2 0.7847222222222222 0.6073003924649787 0.953286698383932
3 0.7597222222222223 0.5948919784138346 0.9148047483774504
4 0.7625000000000001 0.6428468882269064 0.8829518898818622
EOD
$reference << EOD
-0.5 0.8791666666666668
4.5 0.8791666666666668
EOD
plot $bars1 using 2:1:3:2:($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 6 fillstyle solid noborder, \
  $interval1 using 3:1:($4-$3):(0) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $reference using 2:1 with lines lc rgb 'black' lw 1.4 dt (6,5)
