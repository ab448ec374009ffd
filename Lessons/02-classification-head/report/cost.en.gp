set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'cost.en.svg'
set colorsequence podo
set key off
set label 'In the world: accuracy over computation' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'validation accuracy' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.07378
set rmargin at screen 0.73756
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [15498334208.027298:420660575642.46875]
set xtics scale 0 nomirror ('20B' 20000000000, '50B' 50000000000, '100B' 100000000000, '200B' 200000000000)
set yrange [0.4:0.8]
set ytics scale 0 nomirror ('40%%' 0.4, '50%%' 0.5, '60%%' 0.6, '70%%' 0.7, '80%%' 0.8)
set label 'floating-point operations' at screen 0.40567, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.71877, screen 0.83542 to screen 0.76256, screen 0.83542 nohead lc 6 lw 1.3 dt solid
set label 'pre-trained, all layers' at screen 0.76811, screen 0.83542 left textcolor rgb 'black' front
set arrow from screen 0.60058, screen 0.73105 to screen 0.76256, screen 0.73105 nohead lc 7 lw 1.3 dt (2,4)
set label 'pre-trained, last block' at screen 0.76811, screen 0.73105 left textcolor rgb 'black' front
set arrow from screen 0.09261, screen 0.65580 to screen 0.76256, screen 0.65580 nohead lc 4 lw 1.3 dt (2,4)
set label 'pre-trained, head only' at screen 0.76811, screen 0.65580 left textcolor rgb 'black' front
set arrow from screen 0.71877, screen 0.56113 to screen 0.76256, screen 0.56113 nohead lc 8 lw 1.3 dt solid
set label 'random, all layers' at screen 0.76811, screen 0.56113 left textcolor rgb 'black' front
set arrow from screen 0.73756, screen 0.31597 to screen 0.76256, screen 0.31597 nohead lc rgb 'black' lw 1
set label 'chance' at screen 0.76811, screen 0.31597 left textcolor rgb 'black' front
$reference << EOD
15498334208.027298 0.5
420660575642.46875 0.5
EOD
$series1 << EOD
38297319321.6 0.773611111111111
76391294054.4 0.7694444444444445
114992745984 0.7888888888888889
153143685734.4 0.7944444444444445
191324041113.6 0.7777777777777779
229592476569.6 0.7847222222222222
268230833971.2 0.7722222222222223
306287371468.8 0.7958333333333333
344630884147.2 0.7958333333333334
383139477504 0.7972222222222223
EOD
$series2 << EOD
21276550656 0.6555555555555557
42440132096 0.7277777777777777
63885645312 0.7180555555555556
85080873984 0.7180555555555557
106292444672 0.7625
127552948736 0.7416666666666667
149018964992 0.7458333333333333
170161747968 0.7375
191463961600 0.7388888888888889
212857886720 0.7375
EOD
$series3 << EOD
17016096153.6 0.7083333333333334
17016489369.6 0.6916666666666667
17016882585.6 0.6930555555555556
17017275801.6 0.6888888888888889
17017669017.6 0.6902777777777779
17018062233.6 0.701388888888889
17018455449.6 0.7097222222222221
17018848665.6 0.6986111111111111
17019241881.6 0.6763888888888889
17019635097.6 0.6944444444444444
EOD
$series4 << EOD
38297319321.6 0.5
76391294054.4 0.5722222222222222
114992745984 0.5597222222222222
153143685734.4 0.6
191324041113.6 0.5972222222222223
229592476569.6 0.6041666666666666
268230833971.2 0.6277777777777778
306287371468.8 0.6430555555555555
344630884147.2 0.6277777777777778
383139477504 0.6402777777777777
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9
