set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'storage.en.svg'
set colorsequence podo
set key off
set label 'Storage for several tasks, nano' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'MB on disk' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.05589
set rmargin at screen 0.72103
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [0.8200000000000001:10.18]
set xtics scale 0 nomirror ('2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
set yrange [0:60]
set ytics scale 0 nomirror ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50, '60' 60)
set label 'tasks' at screen 0.38846, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.70824, screen 0.75502 to screen 0.74603, screen 0.75502 nohead lc 6 lw 1.3 dt solid
set label 'full copies' at screen 0.75158, screen 0.75502 left textcolor rgb 'black' front
set arrow from screen 0.70824, screen 0.21465 to screen 0.74603, screen 0.21465 nohead lc 7 lw 1.3 dt solid
set label 'one base with adapters' at screen 0.75158, screen 0.21465 left textcolor rgb 'black' front
$series1 << EOD
1 5.268266
2 10.536532
3 15.804798
4 21.073064
5 26.34133
6 31.609596
7 36.877862
8 42.146128
9 47.414394
10 52.68266
EOD
$series2 << EOD
1 5.371825666666667
2 5.475385333333333
3 5.578945
4 5.6825046666666665
5 5.786064333333333
6 5.889624
7 5.993183666666667
8 6.096743333333333
9 6.200303
10 6.303862666666667
EOD
plot $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9
