set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'lengths.zh.svg'
set colorsequence podo
set key off
set label '多长？' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '测试准确率' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.07378
set rmargin at screen 0.81456
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [0.9012504626108302:35.50622310617104]
set xtics scale 0 nomirror ('1' 1, '2' 2, '4' 4, '8' 8, '16' 16, '32' 32)
set yrange [0.30000000000000004:0.7000000000000001]
set ytics scale 0 nomirror ('30%%' 0.3, '40%%' 0.4, '50%%' 0.5, '60%%' 0.6, '70%%' 0.7)
set label '虚拟词元' at screen 0.44417, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.79359, screen 0.66114 to screen 0.83956, screen 0.66114 nohead lc 6 lw 1.3 dt solid
set label '加前缀的 nano' at screen 0.84511, screen 0.66114 left textcolor rgb 'black' front
set arrow from screen 0.81456, screen 0.19946 to screen 0.83956, screen 0.19946 nohead lc rgb 'black' lw 1
set label '没有前缀' at screen 0.84511, screen 0.19946 left textcolor rgb 'black' front
$interval1 << EOD
1 0.45916666666666667 0.40659459215408955 0.5131982016846339
2 0.5349999999999999 0.49110810531895965 0.5813243288566909
4 0.55 0.44955853554808245 0.6609234425988201
8 0.5974999999999999 0.5360360308063824 0.6591036095305445
16 0.565 0.5106891843081793 0.6181261271720571
32 0.5974999999999999 0.5271396274371146 0.6680675787241622
EOD
$reference << EOD
0.9012504626108302 0.3333333333333333
35.50622310617104 0.3333333333333333
EOD
$series1 << EOD
1 0.45916666666666667
2 0.5349999999999999
4 0.55
8 0.5974999999999999
16 0.565
32 0.5974999999999999
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9
