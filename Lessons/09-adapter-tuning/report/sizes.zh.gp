set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'sizes.zh.svg'
set colorsequence podo
set key off
set label '准确率与训练的参数个数，nano' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '测试准确率' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.84722
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [5651.6572213384325:108120.0858560365]
set xtics scale 0 nomirror ('6,144' 6144, '24,576' 24576, '98,304' 98304)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label '训练的参数个数' at screen 0.46614, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.82565, screen 0.75464 to screen 0.87222, screen 0.75464 nohead lc 4 lw 1.3 dt solid
set label '全参数微调' at screen 0.87778, screen 0.75464 left textcolor rgb 'black' front
set arrow from screen 0.82264, screen 0.69405 to screen 0.87222, screen 0.70732 nohead lc 7 lw 1.3 dt solid
set label 'LoRA' at screen 0.87778, screen 0.70732 left textcolor rgb 'black' front
set arrow from screen 0.82565, screen 0.68124 to screen 0.87222, screen 0.66797 nohead lc 6 lw 1.3 dt solid
set label '适配器' at screen 0.87778, screen 0.66797 left textcolor rgb 'black' front
set arrow from screen 0.84722, screen 0.37423 to screen 0.87222, screen 0.37423 nohead lc rgb 'black' lw 1
set label '未微调' at screen 0.87778, screen 0.37423 left textcolor rgb 'black' front
$interval1 << EOD
6936 0.7466666666666666 0.6890225176415129 0.8020855876774472
25440 0.755 0.6569909697237329 0.834324341756503
99456 0.7725 0.6767116890498792 0.840567578724162
EOD
$interval2 << EOD
6144 0.7341666666666666 0.6825585484478949 0.7789639691936177
24576 0.7991666666666667 0.7465225176415126 0.849310815691821
98304 0.7908333333333333 0.7132432240678467 0.8608513680862432
EOD
$reference << EOD
5651.6572213384325 0.3333333333333333
108120.0858560365 0.3333333333333333
EOD
$series1 << EOD
6936 0.7466666666666666
25440 0.755
99456 0.7725
EOD
$series2 << EOD
6144 0.7341666666666666
24576 0.7991666666666667
98304 0.7908333333333333
EOD
$series3 << EOD
6144 0.8775000000000001
99456 0.8775000000000001
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 7 lw 1.6, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
