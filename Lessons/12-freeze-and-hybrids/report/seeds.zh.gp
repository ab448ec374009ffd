set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'seeds.zh.svg'
set colorsequence podo
set key off
set label '同样的方法，逐个种子看' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '测试准确率' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.07378
set rmargin at screen 0.73094
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-0.18:9.18]
set xtics scale 0 nomirror ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8)
set yrange [0.30000000000000004:0.9]
set ytics scale 0 nomirror ('30%%' 0.3, '40%%' 0.4, '50%%' 0.5, '60%%' 0.6, '70%%' 0.7, '80%%' 0.8, '90%%' 0.9)
set label '种子' at screen 0.40236, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.71831, screen 0.76746 to screen 0.75594, screen 0.77742 nohead lc 6 lw 1.3 dt solid
set label '全参数微调' at screen 0.76150, screen 0.77742 left textcolor rgb 'black' front
set arrow from screen 0.71831, screen 0.74804 to screen 0.75594, screen 0.73807 nohead lc 2 lw 1.3 dt solid
set label '先全参数微调，再 LoRA' at screen 0.76150, screen 0.73807 left textcolor rgb 'black' front
set arrow from screen 0.71831, screen 0.37423 to screen 0.75594, screen 0.37423 nohead lc 7 lw 1.3 dt solid
set label 'LoRA' at screen 0.76150, screen 0.37423 left textcolor rgb 'black' front
set arrow from screen 0.71831, screen 0.28684 to screen 0.75594, screen 0.30409 nohead lc 8 lw 1.3 dt solid
set label '提示微调' at screen 0.76150, screen 0.30409 left textcolor rgb 'black' front
set arrow from screen 0.71831, screen 0.28199 to screen 0.75594, screen 0.26474 nohead lc 4 lw 1.3 dt solid
set label '前缀微调' at screen 0.76150, screen 0.26474 left textcolor rgb 'black' front
$series1 << EOD
0 0.8458333333333333
1 0.8625
2 0.825
3 0.8416666666666667
4 0.7791666666666667
5 0.8333333333333334
6 0.8208333333333333
7 0.8583333333333333
8 0.7958333333333333
9 0.8375
EOD
$series2 << EOD
0 0.7
1 0.6875
2 0.7125
3 0.6458333333333334
4 0.6083333333333333
5 0.7583333333333333
6 0.6
7 0.6458333333333334
8 0.6291666666666667
9 0.5
EOD
$series3 << EOD
0 0.4708333333333333
1 0.3958333333333333
2 0.425
3 0.42083333333333334
4 0.4583333333333333
5 0.44166666666666665
6 0.425
7 0.42083333333333334
8 0.42083333333333334
9 0.42083333333333334
EOD
$series4 << EOD
0 0.425
1 0.4166666666666667
2 0.4083333333333333
3 0.4125
4 0.425
5 0.425
6 0.425
7 0.42083333333333334
8 0.3875
9 0.425
EOD
$series5 << EOD
0 0.8291666666666667
1 0.7708333333333334
2 0.7958333333333333
3 0.8083333333333333
4 0.8083333333333333
5 0.7833333333333333
6 0.6375
7 0.875
8 0.7791666666666667
9 0.8208333333333333
EOD
plot $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9, \
  $series5 using 1:2 with linespoints lc 2 lw 2.5 dt (9,4) pt 13 ps 0.9
