set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'fault-accuracy.zh.svg'
set colorsequence podo
set key off
set label '三位同事：验证' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '验证准确率' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.86667
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-4.8:244.8]
set xtics scale 0 nomirror ('0' 0, '50' 50, '100' 100, '150' 150, '200' 200)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label '步' at screen 0.47586, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.85164, screen 0.72862 to screen 0.89167, screen 0.72862 nohead lc 7 lw 1.3 dt solid
set label '同事 B' at screen 0.89722, screen 0.72862 left textcolor rgb 'black' front
set arrow from screen 0.86667, screen 0.49074 to screen 0.89167, screen 0.49585 nohead lc rgb 'black' lw 1
set label '随机猜测' at screen 0.89722, screen 0.49585 left textcolor rgb 'black' front
set arrow from screen 0.85164, screen 0.46161 to screen 0.89167, screen 0.45650 nohead lc 4 lw 1.3 dt solid
set label '同事 C' at screen 0.89722, screen 0.45650 left textcolor rgb 'black' front
set arrow from screen 0.85164, screen 0.38394 to screen 0.89167, screen 0.38394 nohead lc 6 lw 1.3 dt solid
set label '同事 A' at screen 0.89722, screen 0.38394 left textcolor rgb 'black' front
$reference << EOD
-4.8 0.5
244.8 0.5
EOD
$series1 << EOD
0 0.5208333333333334
24 0.4930555555555556
48 0.4305555555555556
72 0.3819444444444444
96 0.4027777777777778
120 0.4166666666666667
144 0.4027777777777778
168 0.3819444444444444
192 0.3541666666666667
216 0.3333333333333333
240 0.3472222222222222
EOD
$series2 << EOD
0 0.5208333333333334
24 0.7222222222222222
48 0.8263888888888888
72 0.8125
96 0.8055555555555556
120 0.8402777777777778
144 0.8333333333333334
168 0.8402777777777778
192 0.8402777777777778
216 0.8402777777777778
240 0.8402777777777778
EOD
$series3 << EOD
0 0.4166666666666667
24 0.4930555555555556
48 0.4722222222222222
72 0.5208333333333334
96 0.4375
120 0.4791666666666667
144 0.4791666666666667
168 0.4861111111111111
192 0.4791666666666667
216 0.4930555555555556
240 0.4583333333333333
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
