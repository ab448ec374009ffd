set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'rates.en.svg'
set colorsequence podo
set key off
set label 'Which learning rate?' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'test accuracy' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.07378
set rmargin at screen 0.74494
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [0.0008427259805839758:0.3559876319017443]
set xtics scale 0 nomirror ('0.001' 0.0010000000474974513, '0.003' 0.003000000026077032, '0.01' 0.009999999776482582, '0.03' 0.029999999329447746, '0.1' 0.10000000149011612, '0.3' 0.30000001192092896)
set yrange [0.30000000000000004:0.7000000000000001]
set ytics scale 0 nomirror ('30%%' 0.3, '40%%' 0.4, '50%%' 0.5, '60%%' 0.6, '70%%' 0.7)
set label 'learning rate' at screen 0.40936, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.72595, screen 0.40700 to screen 0.76994, screen 0.42485 nohead lc 6 lw 1.3 dt solid
set label 'drawn from N(0, 1)' at screen 0.77550, screen 0.42485 left textcolor rgb 'black' front
set arrow from screen 0.72595, screen 0.40336 to screen 0.76994, screen 0.38550 nohead lc 7 lw 1.3 dt solid
set label 'begun from words' at screen 0.77550, screen 0.38550 left textcolor rgb 'black' front
set arrow from screen 0.72595, screen 0.29777 to screen 0.76994, screen 0.29777 nohead lc 4 lw 1.3 dt solid
set label 'made by a projection' at screen 0.77550, screen 0.29777 left textcolor rgb 'black' front
set arrow from screen 0.72595, screen 0.25043 to screen 0.76994, screen 0.25043 nohead lc 8 lw 1.3 dt solid
set label 'LoRA, rank 4' at screen 0.77550, screen 0.25043 left textcolor rgb 'black' front
set arrow from screen 0.74494, screen 0.19946 to screen 0.76994, screen 0.19946 nohead lc rgb 'black' lw 1
set label 'not trained' at screen 0.77550, screen 0.19946 left textcolor rgb 'black' front
$reference << EOD
0.0008427259805839758 0.3333333333333333
0.3559876319017443 0.3333333333333333
EOD
$series1 << EOD
0.0010000000474974513 0.31875
0.003000000026077032 0.325
0.009999999776482582 0.35833333333333334
0.029999999329447746 0.40625
0.10000000149011612 0.4270833333333333
0.30000001192092896 0.45208333333333334
EOD
$series2 << EOD
0.0010000000474974513 0.32916666666666666
0.003000000026077032 0.36041666666666666
0.009999999776482582 0.3416666666666667
0.029999999329447746 0.4291666666666667
0.10000000149011612 0.45416666666666666
0.30000001192092896 0.44999999999999996
EOD
$series3 << EOD
0.0010000000474974513 0.40625
0.003000000026077032 0.43333333333333335
0.009999999776482582 0.44166666666666665
0.029999999329447746 0.37916666666666665
0.10000000149011612 0.35833333333333334
0.30000001192092896 0.38958333333333334
EOD
$series4 << EOD
0.0010000000474974513 0.43333333333333335
0.003000000026077032 0.5125
0.009999999776482582 0.6645833333333333
0.029999999329447746 0.5625
0.10000000149011612 0.3729166666666667
0.30000001192092896 0.3625
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9
