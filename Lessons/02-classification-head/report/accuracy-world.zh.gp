set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'accuracy-world.zh.svg'
set colorsequence podo
set key off
set label '世界内：准确率随标注行数的变化' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
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
set yrange [0.4:0.9]
set ytics scale 0 nomirror ('40%%' 0.4, '50%%' 0.5, '60%%' 0.6, '70%%' 0.7, '80%%' 0.8, '90%%' 0.9)
set label '标注行数' at screen 0.41189, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.73086, screen 0.66978 to screen 0.77500, screen 0.66978 nohead lc 6 lw 1.3 dt solid
set label '预训练，所有层' at screen 0.78056, screen 0.66978 left textcolor rgb 'black' front
set arrow from screen 0.73086, screen 0.61619 to screen 0.77500, screen 0.61683 nohead lc 2 lw 1.3 dt solid
set label '词袋模型' at screen 0.78056, screen 0.61683 left textcolor rgb 'black' front
set arrow from screen 0.73086, screen 0.57812 to screen 0.77500, screen 0.57748 nohead lc 7 lw 1.3 dt solid
set label '预训练，只训练头' at screen 0.78056, screen 0.57748 left textcolor rgb 'black' front
set arrow from screen 0.73086, screen 0.44841 to screen 0.77500, screen 0.44841 nohead lc 4 lw 1.3 dt solid
set label '随机，所有层' at screen 0.78056, screen 0.44841 left textcolor rgb 'black' front
set arrow from screen 0.75000, screen 0.28102 to screen 0.77500, screen 0.30050 nohead lc rgb 'black' lw 1
set label '随机猜测、多数类' at screen 0.78056, screen 0.30050 left textcolor rgb 'black' front
set arrow from screen 0.73086, screen 0.28063 to screen 0.77500, screen 0.26115 nohead lc 8 lw 1.3 dt solid
set label '随机并冻结，只训练头' at screen 0.78056, screen 0.26115 left textcolor rgb 'black' front
$interval1 << EOD
8 0.5497222222222222 0.5008963904694558 0.5906801884314116
32 0.6313888888888889 0.5925165103571466 0.6670885934695986
128 0.7291666666666666 0.7052297281027265 0.7542147163417181
512 0.7780555555555555 0.7476321258565478 0.8065540569594173
EOD
$interval2 << EOD
8 0.6027777777777776 0.5538288160452312 0.6497342453908289
32 0.6700000000000002 0.6396471419174933 0.7011126140071866
128 0.6813888888888888 0.6425660629282738 0.7218363434254225
512 0.7125 0.6846966944886207 0.7396756754432467
EOD
$interval3 << EOD
8 0.4930555555555555 0.4720105073727183 0.5132177178339324
32 0.49944444444444447 0.4695300235220165 0.5322973025269508
128 0.5169444444444444 0.4893708670357915 0.5436621665783141
512 0.6197222222222223 0.5839279211874854 0.6588513594863681
EOD
$interval4 << EOD
8 0.4880555555555556 0.4500825732854205 0.5241291372641458
32 0.5008333333333332 0.4808318304372577 0.5220435495866991
128 0.49944444444444447 0.47678228216606783 0.5223858873966747
512 0.4997222222222223 0.4750225219414498 0.5242642689128452
EOD
$interval5 << EOD
8 0.52 0.48359908794250467 0.5553108199917584
32 0.5797222222222222 0.5317011902770358 0.6247057118650756
128 0.6808333333333333 0.6435585527478322 0.722558569947582
512 0.7397222222222222 0.7139789766546887 0.764144144725217
EOD
$reference << EOD
7.06162397032524 0.5
580.0365492714488 0.5
EOD
$series1 << EOD
8 0.5497222222222222
32 0.6313888888888889
128 0.7291666666666666
512 0.7780555555555555
EOD
$series2 << EOD
8 0.6027777777777776
32 0.6700000000000002
128 0.6813888888888888
512 0.7125
EOD
$series3 << EOD
8 0.4930555555555555
32 0.49944444444444447
128 0.5169444444444444
512 0.6197222222222223
EOD
$series4 << EOD
8 0.4880555555555556
32 0.5008333333333332
128 0.49944444444444447
512 0.4997222222222223
EOD
$series5 << EOD
8 0.52
32 0.5797222222222222
128 0.6808333333333333
512 0.7397222222222222
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
