set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'gain.en.svg'
set colorsequence podo
set key off
set label 'Answers only, less the others' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.88079 point pt 5 ps 1.5 lc 6 front
set label 'less everything' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.23533, screen 0.88079 point pt 5 ps 1.5 lc 7 front
set label 'less prompt 0.1' at screen 0.25339, screen 0.88079 left textcolor rgb 'black' front
set label 'difference, exactly right' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set label 'word' at screen 0.20825, screen 0.05093 center textcolor rgb 'black' front
set label 'sentence' at screen 0.46318, screen 0.05093 center textcolor rgb 'black' front
set label 'record' at screen 0.71812, screen 0.05093 center textcolor rgb 'black' front
set lmargin at screen 0.08078
set rmargin at screen 0.84558
set tmargin at screen 0.77315
set bmargin at screen 0.08565
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noxtics
set border 0
set xzeroaxis lc rgb 'black' lw 1 dt solid
set yrange [-0.30000000000000004:0.4]
set ytics scale 0 nomirror ('-30%%' -0.3, '-20%%' -0.2, '-10%%' -0.1, '0%%' 0, '10%%' 0.1, '20%%' 0.2, '30%%' 0.3, '40%%' 0.4)
set xrange [-0.5:2.5]
set xtics scale 0 nomirror ('' 0)
set label 'no difference' at screen 0.85392, screen 0.38029 left textcolor rgb 'black' front
set label '17.3%' at screen 0.15981, screen 0.70347 center font ',12' textcolor rgb 'black' front
set label '-1.5%' at screen 0.41474, screen 0.25065 center font ',12' textcolor rgb 'black' front
set label '8.3%' at screen 0.66968, screen 0.57727 center font ',12' textcolor rgb 'black' front
set label '0.2%' at screen 0.25668, screen 0.48059 center font ',12' textcolor rgb 'black' front
set label '-10.0%' at screen 0.51162, screen 0.17990 center font ',12' textcolor rgb 'black' front
set label '-1.0%' at screen 0.76655, screen 0.26055 center font ',12' textcolor rgb 'black' front
$bars1 << EOD
-0.19 0.17291666666666666 0
0.81 -0.014583333333333334 0
1.81 0.08333333333333334 0
EOD
$bars2 << EOD
0.19000000000000006 0.002083333333333333 0
1.19 -0.1 0
2.1900000000000004 -0.010416666666666664 0
EOD
$interval1 << EOD
-0.19 0.17291666666666666 0.0581306036107535 0.3078378613712793
0.81 -0.014583333333333334 -0.11078831095012073 0.09047299301997858
1.81 0.08333333333333334 0.0005067436826226568 0.17934685294810937
EOD
$interval2 << EOD
0.19000000000000006 0.002083333333333333 -0.0770946050539019 0.08091217087825156
1.19 -0.1 -0.1828265896507107 -0.02689187533132202
2.1900000000000004 -0.010416666666666664 -0.1007094734052025 0.0890878613712792
EOD
$reference << EOD
-0.5 0
2.5 0
EOD
plot $bars1 using 1:2:($1-0.17859999999999998):($1+0.17859999999999998):3:2 with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using 1:2:($1-0.17859999999999998):($1+0.17859999999999998):3:2 with boxxyerror lc 7 fillstyle solid noborder, \
  $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5)
