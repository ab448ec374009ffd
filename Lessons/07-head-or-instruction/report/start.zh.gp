set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'start.zh.svg'
set colorsequence podo
set key off
set label '从对话出发减从基座出发' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '准确率之差' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08078
set rmargin at screen 0.86667
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [29.446004819996006:556.4082496133417]
set xtics scale 0 nomirror ('32' 32, '128' 128, '512' 512)
set yrange [-0.30000000000000004:0.1]
set ytics scale 0 nomirror ('-30%%' -0.3, '-20%%' -0.2, '-10%%' -0.1, '0%%' 0, '10%%' 0.1)
set label '带标签的评论数' at screen 0.47372, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.86667, screen 0.66551 to screen 0.89167, screen 0.66551 nohead lc rgb 'black' lw 1
set label '没有差别' at screen 0.89722, screen 0.66551 left textcolor rgb 'black' front
set arrow from screen 0.84442, screen 0.38806 to screen 0.89167, screen 0.38806 nohead lc 7 lw 1.3 dt solid
set label '写成指令' at screen 0.89722, screen 0.38806 left textcolor rgb 'black' front
set arrow from screen 0.84442, screen 0.31160 to screen 0.89167, screen 0.31160 nohead lc 6 lw 1.3 dt solid
set label '用分类头' at screen 0.89722, screen 0.31160 left textcolor rgb 'black' front
$interval1 << EOD
32 -0.07812500000000003 -0.18601353573954152 0.012307447075462656
128 -0.216875 -0.28313852606468226 -0.13294592476584866
512 -0.20250000000000004 -0.2670912235377313 -0.13993241805088485
EOD
$interval2 << EOD
32 -0.18875000000000003 -0.2792466475084071 -0.08367565501854371
128 -0.21437499999999998 -0.29085136808624296 -0.12602363191375704
512 -0.15875 -0.22125676303234112 -0.09665877646226877
EOD
$reference << EOD
29.446004819996006 0
556.4082496133417 0
EOD
$series1 << EOD
32 -0.07812500000000003
128 -0.216875
512 -0.20250000000000004
EOD
$series2 << EOD
32 -0.18875000000000003
128 -0.21437499999999998
512 -0.15875
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 7 lw 1.6, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9
