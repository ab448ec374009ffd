set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'lora.zh.svg'
set colorsequence podo
set key off
set label '写成指令：LoRA 与训练所有权重' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '测试准确率' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.07378
set rmargin at screen 0.80833
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [29.446004819996006:556.4082496133417]
set xtics scale 0 nomirror ('32' 32, '128' 128, '512' 512)
set yrange [0.4:0.9]
set ytics scale 0 nomirror ('40%%' 0.4, '50%%' 0.5, '60%%' 0.6, '70%%' 0.7, '80%%' 0.8, '90%%' 0.9)
set label '带标签的评论数' at screen 0.44106, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.78754, screen 0.71270 to screen 0.83333, screen 0.73062 nohead lc 6 lw 1.3 dt solid
set label '基座，所有权重' at screen 0.83889, screen 0.73062 left textcolor rgb 'black' front
set arrow from screen 0.78754, screen 0.70920 to screen 0.83333, screen 0.69127 nohead lc 7 lw 1.3 dt solid
set label '基座，LoRA' at screen 0.83889, screen 0.69127 left textcolor rgb 'black' front
set arrow from screen 0.78754, screen 0.49074 to screen 0.83333, screen 0.49074 nohead lc 4 lw 1.3 dt solid
set label '对话，所有权重' at screen 0.83889, screen 0.49074 left textcolor rgb 'black' front
set arrow from screen 0.78754, screen 0.35267 to screen 0.83333, screen 0.35267 nohead lc 8 lw 1.3 dt solid
set label '对话，LoRA' at screen 0.83889, screen 0.35267 left textcolor rgb 'black' front
set arrow from screen 0.80833, screen 0.28102 to screen 0.83333, screen 0.28102 nohead lc rgb 'black' lw 1
set label '随机猜测' at screen 0.83889, screen 0.28102 left textcolor rgb 'black' front
$interval1 << EOD
32 0.731875 0.616165510470032 0.8207534008658889
128 0.7768750000000001 0.7268682369676586 0.8250033815161704
512 0.8087499999999999 0.7647364836101772 0.8505236512634756
EOD
$interval2 << EOD
32 0.7568750000000001 0.6787297109029764 0.8185574470754625
128 0.7812500000000001 0.7380202697473048 0.8235473025269509
512 0.80625 0.7618141810832261 0.8477668979059935
EOD
$interval3 << EOD
32 0.5431250000000001 0.5019729672203539 0.588915549169469
128 0.5625 0.49685809241914725 0.6300101445485117
512 0.65 0.6007702600724456 0.698493246642518
EOD
$interval4 << EOD
32 0.5231250000000001 0.4880202697473049 0.55875
128 0.5143749999999999 0.4618614739353179 0.5643817630323412
512 0.5512499999999999 0.5042601251987934 0.5976114932850364
EOD
$reference << EOD
29.446004819996006 0.5
556.4082496133417 0.5
EOD
$series1 << EOD
32 0.731875
128 0.7768750000000001
512 0.8087499999999999
EOD
$series2 << EOD
32 0.7568750000000001
128 0.7812500000000001
512 0.80625
EOD
$series3 << EOD
32 0.5431250000000001
128 0.5625
512 0.65
EOD
$series4 << EOD
32 0.5231250000000001
128 0.5143749999999999
512 0.5512499999999999
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 7 lw 1.6, \
  $interval3 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 4 lw 1.6, \
  $interval4 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 8 lw 1.6, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9
