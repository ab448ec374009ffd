set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'ranks.en.svg'
set colorsequence podo
set key off
set label 'Quality over rank, nano' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'test accuracy' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.83925
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [0.882702996290655:72.5045686589311]
set xtics scale 0 nomirror ('1' 1, '2' 2, '4' 4, '8' 8, '16' 16, '64' 64)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label 'rank' at screen 0.46215, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.81790, screen 0.75814 to screen 0.86425, screen 0.76267 nohead lc 7 lw 1.3 dt solid
set label 'all weights' at screen 0.86981, screen 0.76267 left textcolor rgb 'black' front
set arrow from screen 0.81790, screen 0.72784 to screen 0.86425, screen 0.72331 nohead lc 6 lw 1.3 dt solid
set label 'LoRA' at screen 0.86981, screen 0.72331 left textcolor rgb 'black' front
set arrow from screen 0.81790, screen 0.37423 to screen 0.86425, screen 0.37423 nohead lc 4 lw 1.3 dt solid
set label 'base' at screen 0.86981, screen 0.37423 left textcolor rgb 'black' front
$interval1 << EOD
1 0.8333333333333333 0.7799864739353178 0.8846621708782518
2 0.8358333333333332 0.7859684649820328 0.887711714849504
4 0.8433333333333332 0.7933243159568787 0.8891756840431218
8 0.8591666666666666 0.8111756711433091 0.9056351445485117
16 0.845 0.7896396274371145 0.8931306358602844
64 0.8391666666666666 0.7770090044766427 0.8914639691936177
EOD
$series1 << EOD
1 0.8333333333333333
2 0.8358333333333332
4 0.8433333333333332
8 0.8591666666666666
16 0.845
64 0.8391666666666666
EOD
$series2 << EOD
1 0.8825
2 0.8825
4 0.8825
8 0.8825
16 0.8825
64 0.8825
EOD
$series3 << EOD
1 0.3333333333333333
2 0.3333333333333333
4 0.3333333333333333
8 0.3333333333333333
16 0.3333333333333333
64 0.3333333333333333
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
