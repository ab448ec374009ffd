set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'scaling.zh.svg'
set colorsequence podo
set key off
set label '各个秩用同一个学习率，nano' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '测试准确率' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set label '三种相同' at screen 0.47081, screen 0.84028 center font ',12' textcolor rgb 'black' front
set lmargin at screen 0.07378
set rmargin at screen 0.86783
set tmargin at screen 0.80556
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [0.882702996290655:72.5045686589311]
set xtics scale 0 nomirror ('1' 1, '4' 4, '8' 8, '16' 16, '64' 64)
set yrange [0.7000000000000001:0.9]
set ytics scale 0 nomirror ('70%%' 0.7, '75%%' 0.75, '80%%' 0.8, '85%%' 0.85, '90%%' 0.9)
set label '秩' at screen 0.47081, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.84536, screen 0.79171 to screen 0.89283, screen 0.79171 nohead lc 7 lw 1.3 dt solid
set label 'α / √r' at screen 0.89839, screen 0.79171 left textcolor rgb 'black' front
set arrow from screen 0.84536, screen 0.73635 to screen 0.89283, screen 0.73635 nohead lc 4 lw 1.3 dt solid
set label '始终取 2' at screen 0.89839, screen 0.73635 left textcolor rgb 'black' front
set arrow from screen 0.84536, screen 0.39034 to screen 0.89283, screen 0.39034 nohead lc 6 lw 1.3 dt solid
set label 'α / r' at screen 0.89839, screen 0.39034 left textcolor rgb 'black' front
$marker1 << EOD
8 0.7000000000000001
8 0.9
EOD
$series1 << EOD
1 0.8375
4 0.8583333333333333
8 0.8583333333333333
16 0.8625
64 0.775
EOD
$series2 << EOD
1 0.8416666666666667
4 0.7541666666666667
8 0.8583333333333333
16 0.8625
64 0.8958333333333334
EOD
$series3 << EOD
1 0.7916666666666666
4 0.7416666666666667
8 0.8583333333333333
16 0.8916666666666667
64 0.8791666666666667
EOD
plot $marker1 using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
