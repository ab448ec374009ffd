set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'start.zh.svg'
set colorsequence podo
set key off
set label '第一步之前的损失，mini' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '世界文本每词元 nat 数' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.05589
set rmargin at screen 0.86667
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [0.0088926436592172:0.5622624811980187]
set xtics scale 0 nomirror ('0.01' 0.009999999776482582, '0.02' 0.019999999552965164, '0.05' 0.05000000074505806, '0.1' 0.10000000149011612, '0.2' 0.20000000298023224, '0.5' 0.5)
set yrange [0:12]
set ytics scale 0 nomirror ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10, '12' 12)
set label '两个矩阵的标准差' at screen 0.46128, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.84372, screen 0.79856 to screen 0.89167, screen 0.79856 nohead lc 6 lw 1.3 dt solid
set label '加适配器' at screen 0.89722, screen 0.79856 left textcolor rgb 'black' front
set arrow from screen 0.86667, screen 0.35331 to screen 0.89167, screen 0.35331 nohead lc rgb 'black' lw 1
set label '基座' at screen 0.89722, screen 0.35331 left textcolor rgb 'black' front
$reference << EOD
0.0088926436592172 3.640952783287503
0.5622624811980187 3.640952783287503
EOD
$series1 << EOD
0.009999999776482582 3.641121199907502
0.019999999552965164 3.6426292621181346
0.05000000074505806 3.6958602313534357
0.10000000149011612 4.715438077022554
0.20000000298023224 9.832884428848047
0.5 11.283952931407839
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9
