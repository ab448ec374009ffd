set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'reviews-mini.zh.svg'
set colorsequence podo
set key off
set label '评论，mini' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '正确' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.07378
set rmargin at screen 0.78694
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-0.16:8.16]
set xtics scale 0 nomirror ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8)
set yrange [0.45:0.8]
set ytics scale 0 nomirror ('45%%' 0.45, '50%%' 0.5, '55%%' 0.55, '60%%' 0.6, '65%%' 0.65, '70%%' 0.7, '75%%' 0.75, '80%%' 0.8)
set label '提示里的例子数' at screen 0.43036, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.77323, screen 0.74762 to screen 0.81194, screen 0.74762 nohead lc 8 lw 1.3 dt solid
set label '别的任务' at screen 0.81750, screen 0.74762 left textcolor rgb 'black' front
set arrow from screen 0.77323, screen 0.69658 to screen 0.81194, screen 0.69658 nohead lc 7 lw 1.3 dt solid
set label '未校准' at screen 0.81750, screen 0.69658 left textcolor rgb 'black' front
set arrow from screen 0.77323, screen 0.61502 to screen 0.81194, screen 0.61502 nohead lc 4 lw 1.3 dt solid
set label '随机答案' at screen 0.81750, screen 0.61502 left textcolor rgb 'black' front
set arrow from screen 0.77323, screen 0.55898 to screen 0.81194, screen 0.56396 nohead lc 6 lw 1.3 dt solid
set label '校准后' at screen 0.81750, screen 0.56396 left textcolor rgb 'black' front
set arrow from screen 0.77323, screen 0.52958 to screen 0.81194, screen 0.52461 nohead lc 3 lw 1.3 dt solid
set label '词袋模型，128 行' at screen 0.81750, screen 0.52461 left textcolor rgb 'black' front
set arrow from screen 0.77323, screen 0.29489 to screen 0.81194, screen 0.29489 nohead lc 2 lw 1.3 dt solid
set label '词袋模型' at screen 0.81750, screen 0.29489 left textcolor rgb 'black' front
set arrow from screen 0.78694, screen 0.24107 to screen 0.81194, screen 0.24107 nohead lc rgb 'black' lw 1
set label '随机猜测' at screen 0.81750, screen 0.24107 left textcolor rgb 'black' front
$interval1 << EOD
0 0.7194444444444443 0.6722222222222218 0.7666666666666663
1 0.6708333333333333 0.6147668175689306 0.7227109539167509
2 0.7477777777777778 0.7071018801482776 0.7872172671836991
4 0.7083333333333333 0.6621579450394923 0.7514811985172263
8 0.6591666666666667 0.6093439225245921 0.7102530025851621
EOD
$reference << EOD
-0.16 0.5
8.16 0.5
EOD
$series1 << EOD
0 0.7194444444444443
1 0.6708333333333333
2 0.7477777777777778
4 0.7083333333333333
8 0.6591666666666667
EOD
$series2 << EOD
0 0.7416666666666668
1 0.7297222222222222
2 0.7491666666666668
4 0.7280555555555555
8 0.7280555555555556
EOD
$series3 << EOD
0 0.7194444444444443
1 0.6894444444444444
2 0.7455555555555555
4 0.7294444444444443
8 0.6872222222222222
EOD
$series4 << EOD
0 0.7194444444444443
1 0.7247222222222223
2 0.7308333333333332
4 0.7480555555555556
8 0.753611111111111
EOD
$series5 << EOD
2 0.5211111111111111
4 0.5288888888888887
8 0.5269444444444444
EOD
$series6 << EOD
0 0.6444444444444445
8 0.6444444444444445
EOD
plot $interval1 using 1:3:4 with filledcurves lc 6 fillstyle transparent solid 0.18 noborder, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9, \
  $series5 using 1:2 with linespoints lc 2 lw 2.5 dt (9,4) pt 13 ps 0.9, \
  $series6 using 1:2 with linespoints lc 3 lw 2.5 dt (14,4,4,4,4,4) pt 6 ps 0.9
