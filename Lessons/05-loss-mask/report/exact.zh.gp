set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'exact.zh.svg'
set colorsequence podo
set key off
set label '各种形式答对的比例' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.88079 point pt 5 ps 1.5 lc 6 front
set label '只计回答' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.16806, screen 0.88079 point pt 5 ps 1.5 lc 7 front
set label '全部计入' at screen 0.18611, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.30556, screen 0.88079 point pt 5 ps 1.5 lc 4 front
set label '提示 0.1' at screen 0.32361, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.43936, screen 0.88079 point pt 5 ps 1.5 lc 8 front
set label '未微调' at screen 0.45742, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.55742, screen 0.88079 point pt 5 ps 1.5 lc 2 front
set label '多数类' at screen 0.57547, screen 0.88079 left textcolor rgb 'black' front
set label '完全答对' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set label '词' at screen 0.23431, screen 0.05093 center textcolor rgb 'black' front
set label '句子' at screen 0.53281, screen 0.05093 center textcolor rgb 'black' front
set label '记录' at screen 0.83131, screen 0.05093 center textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.98056
set tmargin at screen 0.77315
set bmargin at screen 0.08565
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noxtics
set border 1 lc rgb 'black' lw 1
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set xrange [-0.5:2.5]
set xtics scale 0 nomirror ('' 0)
set label '62.7%' at screen 0.14356, screen 0.59358 center font ',10' textcolor rgb 'black' front
set label '51.5%' at screen 0.44206, screen 0.52484 center font ',10' textcolor rgb 'black' front
set label '47.5%' at screen 0.74056, screen 0.50598 center font ',10' textcolor rgb 'black' front
set label '45.4%' at screen 0.18893, screen 0.47650 center font ',10' textcolor rgb 'black' front
set label '52.9%' at screen 0.48743, screen 0.54728 center font ',10' textcolor rgb 'black' front
set label '39.2%' at screen 0.78593, screen 0.44690 center font ',10' textcolor rgb 'black' front
set label '62.5%' at screen 0.23431, screen 0.61377 center font ',10' textcolor rgb 'black' front
set label '61.5%' at screen 0.53281, screen 0.58547 center font ',10' textcolor rgb 'black' front
set label '48.5%' at screen 0.83131, screen 0.49476 center font ',10' textcolor rgb 'black' front
set label '0.0%' at screen 0.27968, screen 0.10648 center font ',10' textcolor rgb 'black' front
set label '0.0%' at screen 0.57818, screen 0.10648 center font ',10' textcolor rgb 'black' front
set label '0.0%' at screen 0.87668, screen 0.10648 center font ',10' textcolor rgb 'black' front
set label '21.9%' at screen 0.32505, screen 0.31416 center font ',10' textcolor rgb 'black' front
set label '30.2%' at screen 0.62355, screen 0.37862 center font ',10' textcolor rgb 'black' front
set label '27.1%' at screen 0.92205, screen 0.35713 center font ',10' textcolor rgb 'black' front
$bars1 << EOD
-0.304 0.6270833333333333 0
0.696 0.5145833333333334 0
1.6960000000000002 0.475 0
EOD
$bars2 << EOD
-0.15200000000000002 0.4541666666666667 0
0.848 0.5291666666666667 0
1.848 0.39166666666666666 0
EOD
$bars3 << EOD
0 0.6249999999999999 0
1 0.6145833333333333 0
2 0.4854166666666667 0
EOD
$bars4 << EOD
0.15200000000000002 0 0
1.1520000000000001 0 0
2.152 0 0
EOD
$bars5 << EOD
0.30399999999999994 0.21875 0
1.3039999999999998 0.3020833333333333 0
2.3040000000000003 0.2708333333333333 0
EOD
$interval1 << EOD
-0.304 0.6270833333333333 0.5421734103492893 0.7085135196147762
0.696 0.5145833333333334 0.41388513164869933 0.6085247913353445
1.6960000000000002 0.475 0.3793243095069724 0.5810923571596943
EOD
$interval2 << EOD
-0.15200000000000002 0.4541666666666667 0.35587835571654586 0.5382094734052024
0.848 0.5291666666666667 0.40449322406784655 0.641159922984044
1.848 0.39166666666666666 0.2932094411556717 0.4951576750898365
EOD
$interval3 << EOD
0 0.6249999999999999 0.5065878291217486 0.7378716442834542
1 0.6145833333333333 0.5319369299640655 0.6967117212994103
2 0.4854166666666667 0.4119707128762402 0.564763519614776
EOD
$interval4 << EOD
0.15200000000000002 0 0 0
1.1520000000000001 0 0 0
2.152 0 0 0
EOD
$interval5 << EOD
0.30399999999999994 0.21875 0.13541666666666669 0.3020833333333333
1.3039999999999998 0.3020833333333333 0.20833333333333337 0.3958333333333333
2.3040000000000003 0.2708333333333333 0.18750000000000006 0.36458333333333326
EOD
plot $bars1 using 1:2:($1-0.07143999999999999):($1+0.07143999999999999):3:2 with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using 1:2:($1-0.07143999999999999):($1+0.07143999999999999):3:2 with boxxyerror lc 7 fillstyle solid noborder, \
  $bars3 using 1:2:($1-0.07143999999999999):($1+0.07143999999999999):3:2 with boxxyerror lc 4 fillstyle solid noborder, \
  $bars4 using 1:2:($1-0.07143999999999999):($1+0.07143999999999999):3:2 with boxxyerror lc 8 fillstyle solid noborder, \
  $bars5 using 1:2:($1-0.07143999999999999):($1+0.07143999999999999):3:2 with boxxyerror lc 2 fillstyle solid noborder, \
  $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $interval3 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $interval4 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $interval5 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4
