set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'drop.en.svg'
set colorsequence podo
set key off
set label 'Accuracy lost in domains without a labelled review' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.88079 point pt 5 ps 1.5 lc 6 front
set label 'head' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.13539, screen 0.88079 point pt 5 ps 1.5 lc 7 front
set label 'instruction' at screen 0.15344, screen 0.88079 left textcolor rgb 'black' front
set label 'known minus unseen' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set label 'nano' at screen 0.20808, screen 0.05093 center textcolor rgb 'black' front
set label 'base' at screen 0.46269, screen 0.05093 center textcolor rgb 'black' front
set label 'chat' at screen 0.71731, screen 0.05093 center textcolor rgb 'black' front
set lmargin at screen 0.08078
set rmargin at screen 0.84461
set tmargin at screen 0.77315
set bmargin at screen 0.08565
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noxtics
set border 0
set xzeroaxis lc rgb 'black' lw 1 dt solid
set yrange [-0.1:0.1]
set ytics scale 0 nomirror ('-10%%' -0.1, '-5%%' -0.05, '0%%' 0, '5%%' 0.05, '10%%' 0.1)
set xrange [-0.5:2.5]
set xtics scale 0 nomirror ('' 0)
set label 'bag of words' at screen 0.85294, screen 0.41149 left textcolor rgb 'black' front
set label '4.08%' at screen 0.15971, screen 0.77998 center font ',12' textcolor rgb 'black' front
set label '3.44%' at screen 0.41432, screen 0.70483 center font ',12' textcolor rgb 'black' front
set label '-0.81%' at screen 0.66893, screen 0.26861 center font ',12' textcolor rgb 'black' front
set label '2.94%' at screen 0.25646, screen 0.71491 center font ',12' textcolor rgb 'black' front
set label '-1.10%' at screen 0.51107, screen 0.22141 center font ',12' textcolor rgb 'black' front
set label '2.23%' at screen 0.76568, screen 0.69266 center font ',12' textcolor rgb 'black' front
$bars1 << EOD
-0.19 0.040833333333333326 0
0.81 0.03437499999999999 0
1.81 -0.008124999999999997 0
EOD
$bars2 << EOD
0.19000000000000006 0.029375000000000005 0
1.19 -0.011041666666666668 0
2.1900000000000004 0.02229166666666666 0
EOD
$interval1 << EOD
-0.19 0.040833333333333326 -0.016636265270662393 0.09592680799022531
0.81 0.03437499999999999 -0.00622410729222312 0.074066445102199
1.81 -0.008124999999999997 -0.04071396596866453 0.025540542719562867
EOD
$interval2 << EOD
0.19000000000000006 0.029375000000000005 -0.016289418772459117 0.07699662170878252
1.19 -0.011041666666666668 -0.054443692996406515 0.03238401415150175
2.1900000000000004 0.02229166666666666 -0.026289418772459133 0.07052365126347543
EOD
$reference << EOD
-0.5 -0.005208333333333324
2.5 -0.005208333333333324
EOD
plot $bars1 using 1:2:($1-0.17859999999999998):($1+0.17859999999999998):3:2 with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using 1:2:($1-0.17859999999999998):($1+0.17859999999999998):3:2 with boxxyerror lc 7 fillstyle solid noborder, \
  $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5)
