set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'colleagues-bars.en.svg'
set colorsequence podo
set key off
set label 'Colleagues: what they answer' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.88079 point pt 5 ps 1.5 lc 6 front
set label 'ended by the model' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.27714, screen 0.88079 point pt 5 ps 1.5 lc 7 front
set label 'exactly right' at screen 0.29519, screen 0.88079 left textcolor rgb 'black' front
set label 'test questions' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set label 'A' at screen 0.17461, screen 0.05093 center textcolor rgb 'black' front
set label 'B' at screen 0.35371, screen 0.05093 center textcolor rgb 'black' front
set label 'C' at screen 0.53281, screen 0.05093 center textcolor rgb 'black' front
set label 'D' at screen 0.71191, screen 0.05093 center textcolor rgb 'black' front
set label 'sound' at screen 0.89101, screen 0.05093 center textcolor rgb 'black' front
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
set xrange [-0.5:4.5]
set xtics scale 0 nomirror ('' 0)
set label '2.1%' at screen 0.14058, screen 0.13282 center font ',12' textcolor rgb 'black' front
set label '100.0%' at screen 0.31968, screen 0.79398 center font ',12' textcolor rgb 'black' front
set label '82.8%' at screen 0.49878, screen 0.79398 center font ',12' textcolor rgb 'black' front
set label '99.9%' at screen 0.67788, screen 0.79398 center font ',12' textcolor rgb 'black' front
set label '100.0%' at screen 0.85698, screen 0.79398 center font ',12' textcolor rgb 'black' front
set label '0.3%' at screen 0.20863, screen 0.11305 center font ',12' textcolor rgb 'black' front
set label '44.7%' at screen 0.38773, screen 0.44397 center font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.56683, screen 0.10648 center font ',12' textcolor rgb 'black' front
set label '45.7%' at screen 0.74593, screen 0.49438 center font ',12' textcolor rgb 'black' front
set label '53.9%' at screen 0.92503, screen 0.51612 center font ',12' textcolor rgb 'black' front
$bars1 << EOD
-0.19 0.020833333333333332 0
0.81 1 0
1.81 0.8275462962962963 0
2.81 0.9988425925925926 0
3.81 1 0
EOD
$bars2 << EOD
0.19000000000000006 0.0027777777777777775 0
1.19 0.4467592592592593 0
2.1900000000000004 0 0
3.1900000000000004 0.4571759259259259 0
4.19 0.538888888888889 0
EOD
$interval1 << EOD
-0.19 0.020833333333333332 0.0019069042920800954 0.03831456863207295
0.81 1 1 1
1.81 0.8275462962962963 0.5092631791602226 1.0625299093381892
2.81 0.9988425925925926 0.992618872003722 1.0031118602944356
3.81 1 1 1
EOD
$interval2 << EOD
0.19000000000000006 0.0027777777777777775 -0.0026051059767140373 0.009549550421158499
1.19 0.4467592592592593 0.3991529123074619 0.49089338398883425
2.1900000000000004 0 0 0
3.1900000000000004 0.4571759259259259 0.36585089160394 0.5642129049681825
4.19 0.538888888888889 0.4796809248296682 0.5958408478137124
EOD
plot $bars1 using 1:2:($1-0.17859999999999998):($1+0.17859999999999998):3:2 with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using 1:2:($1-0.17859999999999998):($1+0.17859999999999998):3:2 with boxxyerror lc 7 fillstyle solid noborder, \
  $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4
