set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'switch.zh.svg'
set colorsequence podo
set key off
set label '在哪里切换' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '测试准确率' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.73094
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [0:1]
set xtics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set yrange [0.5:1]
set ytics scale 0 nomirror ('50%%' 0.5, '60%%' 0.6, '70%%' 0.7, '80%%' 0.8, '90%%' 0.9, '100%%' 1)
set label '训练全部参数的步数所占比例' at screen 0.40800, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.73094, screen 0.60259 to screen 0.75594, screen 0.60259 nohead lc 6 lw 1.3 dt solid
set label '先全参数微调，再 LoRA' at screen 0.76150, screen 0.60259 left textcolor rgb 'black' front
$interval1 << EOD
0 0.6487499999999999 0.588251782674808 0.7076087342113673
0.1 0.7944444444444444 0.5852358467095324 0.9718662742016881
0.2 0.7908333333333333 0.7340084512291036 0.8393730899912772
0.3 0.8291666666666667 0.7044565241692813 0.9327687179841501
1 0.8300000000000001 0.7954376910008722 0.8642494906643404
EOD
$series1 << EOD
0 0.6487499999999999
0.1 0.7944444444444444
0.2 0.7908333333333333
0.3 0.8291666666666667
1 0.8300000000000001
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9
