set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'gap.en.svg'
set colorsequence podo
set key off
set label 'In the world: training minus test accuracy' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'training minus test accuracy' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.07378
set rmargin at screen 0.73892
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [7.06162397032524:580.0365492714488]
set xtics scale 0 nomirror ('8' 8, '32' 32, '128' 128, '512' 512)
set yrange [0:0.6000000000000001]
set ytics scale 0 nomirror ('0%%' 0, '10%%' 0.1, '20%%' 0.2, '30%%' 0.3, '40%%' 0.4, '50%%' 0.5, '60%%' 0.6)
set label 'labelled rows' at screen 0.40635, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.72009, screen 0.54604 to screen 0.76392, screen 0.54604 nohead lc 4 lw 1.3 dt solid
set label 'random, all layers' at screen 0.76947, screen 0.54604 left textcolor rgb 'black' front
set arrow from screen 0.72009, screen 0.37795 to screen 0.76392, screen 0.37795 nohead lc 6 lw 1.3 dt solid
set label 'pre-trained, all layers' at screen 0.76947, screen 0.37795 left textcolor rgb 'black' front
set arrow from screen 0.72009, screen 0.28639 to screen 0.76392, screen 0.28639 nohead lc 7 lw 1.3 dt solid
set label 'pre-trained, head only' at screen 0.76947, screen 0.28639 left textcolor rgb 'black' front
set arrow from screen 0.73892, screen 0.14120 to screen 0.76392, screen 0.14120 nohead lc rgb 'black' lw 1
set label 'no gap' at screen 0.76947, screen 0.14120 left textcolor rgb 'black' front
$interval1 << EOD
8 0.4502777777777777 0.4137627531169572 0.49559160356168774
32 0.3686111111111111 0.34089488757337977 0.40292643549115936
128 0.27083333333333337 0.2607147120417806 0.27919219440026816
512 0.20319444444444446 0.15415487630997637 0.23917329216182684
EOD
$interval2 << EOD
8 0.39722222222222225 0.35498797683139355 0.44121622783766873
32 0.29250000000000004 0.21793016048181812 0.3578310983389381
128 0.1982986111111111 0.15457956803076112 0.24300751931780867
512 0.124609375 0.08872676416990143 0.16049198583009858
EOD
$interval3 << EOD
8 0.5069444444444444 0.4950660629282739 0.5205825861852328
32 0.5005555555555555 0.47107957179320636 0.5256321387563601
128 0.44243055555555555 0.3819937903413359 0.5019874406574664
512 0.34746527777777775 0.31067529058186066 0.3915417721537533
EOD
$reference << EOD
7.06162397032524 0
580.0365492714488 0
EOD
$series1 << EOD
8 0.4502777777777777
32 0.3686111111111111
128 0.27083333333333337
512 0.20319444444444446
EOD
$series2 << EOD
8 0.39722222222222225
32 0.29250000000000004
128 0.1982986111111111
512 0.124609375
EOD
$series3 << EOD
8 0.5069444444444444
32 0.5005555555555555
128 0.44243055555555555
512 0.34746527777777775
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 7 lw 1.6, \
  $interval3 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 4 lw 1.6, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
