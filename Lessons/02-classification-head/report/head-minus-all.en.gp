set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'head-minus-all.en.svg'
set colorsequence podo
set key off
set label 'Pre-trained: head only minus all layers' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'difference in test accuracy' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08078
set rmargin at screen 0.82058
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [7.06162397032524:580.0365492714488]
set xtics scale 0 nomirror ('8' 8, '32' 32, '128' 128, '512' 512)
set yrange [-0.15000000000000002:0.1]
set ytics scale 0 nomirror ('-15%%' -0.15, '-10%%' -0.1, '-5%%' -0.05, '0%%' 0, '5%%' 0.05, '10%%' 0.1)
set label 'labelled rows' at screen 0.45068, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.82058, screen 0.56065 to screen 0.84558, screen 0.56065 nohead lc rgb 'black' lw 1
set label 'no difference' at screen 0.85114, screen 0.56065 left textcolor rgb 'black' front
set arrow from screen 0.79965, screen 0.40685 to screen 0.84558, screen 0.41177 nohead lc 7 lw 1.3 dt solid
set label 'by hand' at screen 0.85114, screen 0.41177 left textcolor rgb 'black' front
set arrow from screen 0.79965, screen 0.37734 to screen 0.84558, screen 0.37242 nohead lc 6 lw 1.3 dt solid
set label 'in the world' at screen 0.85114, screen 0.37242 left textcolor rgb 'black' front
$interval1 << EOD
8 0.05305555555555556 0.029233818340002986 0.07780705768226952
32 0.03861111111111112 0.005338683458035297 0.07187202180848049
128 -0.04777777777777777 -0.07671273448949245 -0.017447686184095364
512 -0.06555555555555556 -0.08719391734818178 -0.04426836920712254
EOD
$interval2 << EOD
8 -0.011666666666666667 -0.03239205146646544 0.00931443702994822
32 0.005555555555555555 -0.02243284832666367 0.030437065096765595
128 -0.06027777777777778 -0.1002231180905991 -0.02225482302843924
512 -0.05499999999999999 -0.09010267757090701 -0.01752732984358938
EOD
$reference << EOD
7.06162397032524 0
580.0365492714488 0
EOD
$series1 << EOD
8 0.05305555555555556
32 0.03861111111111112
128 -0.04777777777777777
512 -0.06555555555555556
EOD
$series2 << EOD
8 -0.011666666666666667
32 0.005555555555555555
128 -0.06027777777777778
512 -0.05499999999999999
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 7 lw 1.6, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9
