set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'accuracy-hand.zh.svg'
set colorsequence podo
set key off
set label '手写：准确率随标注行数的变化' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '测试准确率' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.07378
set rmargin at screen 0.75000
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [7.06162397032524:580.0365492714488]
set xtics scale 0 nomirror ('8' 8, '32' 32, '128' 128, '512' 512)
set yrange [0.4:0.8]
set ytics scale 0 nomirror ('40%%' 0.4, '50%%' 0.5, '60%%' 0.6, '70%%' 0.7, '80%%' 0.8)
set label '标注行数' at screen 0.41189, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.73086, screen 0.77231 to screen 0.77500, screen 0.79080 nohead lc 6 lw 1.3 dt solid
set label '预训练，所有层' at screen 0.78056, screen 0.79080 left textcolor rgb 'black' front
set arrow from screen 0.73086, screen 0.76746 to screen 0.77500, screen 0.75145 nohead lc 2 lw 1.3 dt solid
set label '词袋模型' at screen 0.78056, screen 0.75145 left textcolor rgb 'black' front
set arrow from screen 0.73086, screen 0.71114 to screen 0.77500, screen 0.71210 nohead lc 4 lw 1.3 dt solid
set label '随机，所有层' at screen 0.78056, screen 0.71210 left textcolor rgb 'black' front
set arrow from screen 0.73086, screen 0.67619 to screen 0.77500, screen 0.67275 nohead lc 7 lw 1.3 dt solid
set label '预训练，只训练头' at screen 0.78056, screen 0.67275 left textcolor rgb 'black' front
set arrow from screen 0.73086, screen 0.45239 to screen 0.77500, screen 0.45239 nohead lc 8 lw 1.3 dt solid
set label '随机并冻结，只训练头' at screen 0.78056, screen 0.45239 left textcolor rgb 'black' front
set arrow from screen 0.75000, screen 0.31597 to screen 0.77500, screen 0.31597 nohead lc rgb 'black' lw 1
set label '随机猜测、多数类' at screen 0.78056, screen 0.31597 left textcolor rgb 'black' front
$interval1 << EOD
8 0.5444444444444445 0.48702100614556165 0.6026786941352105
32 0.6 0.5690660586283365 0.6293768786200948
128 0.7127777777777778 0.6772657632090462 0.7493138214839725
512 0.7611111111111111 0.7329624619976044 0.7909069107419863
EOD
$interval2 << EOD
8 0.5327777777777778 0.47482130586478943 0.5920330508138554
32 0.6055555555555555 0.5675630571361223 0.6476726825509075
128 0.6525000000000001 0.590507484380817 0.6996831899236255
512 0.7061111111111111 0.6658978933655317 0.7476486577133816
EOD
$interval3 << EOD
8 0.5194444444444445 0.5012477456558863 0.5370615628399215
32 0.5566666666666666 0.5217056989652632 0.590472982270135
128 0.6358333333333334 0.5737807663701796 0.691867882743327
512 0.7261111111111112 0.6963618582592116 0.7543558595747207
EOD
$interval4 << EOD
8 0.5122222222222221 0.48508708197364814 0.5383123142879594
32 0.5094444444444445 0.4762177092340574 0.5447267309104495
128 0.5411111111111111 0.5212027017729864 0.5611591607861626
512 0.5780555555555555 0.5398513422866185 0.6168618711590239
EOD
$interval5 << EOD
8 0.5436111111111112 0.5086050995268078 0.5908453565019396
32 0.6330555555555556 0.5924174052148922 0.6745225305413247
128 0.6872222222222222 0.6561801798315368 0.7168528537825692
512 0.7583333333333333 0.7267357353870924 0.7884279297873608
EOD
$reference << EOD
7.06162397032524 0.5
580.0365492714488 0.5
EOD
$series1 << EOD
8 0.5444444444444445
32 0.6
128 0.7127777777777778
512 0.7611111111111111
EOD
$series2 << EOD
8 0.5327777777777778
32 0.6055555555555555
128 0.6525000000000001
512 0.7061111111111111
EOD
$series3 << EOD
8 0.5194444444444445
32 0.5566666666666666
128 0.6358333333333334
512 0.7261111111111112
EOD
$series4 << EOD
8 0.5122222222222221
32 0.5094444444444445
128 0.5411111111111111
512 0.5780555555555555
EOD
$series5 << EOD
8 0.5436111111111112
32 0.6330555555555556
128 0.6872222222222222
512 0.7583333333333333
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 7 lw 1.6, \
  $interval3 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 4 lw 1.6, \
  $interval4 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 8 lw 1.6, \
  $interval5 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 2 lw 1.6, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9, \
  $series5 using 1:2 with linespoints lc 2 lw 2.5 dt (9,4) pt 13 ps 0.9
