set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'against.en.svg'
set colorsequence podo
set key off
set label 'Vectors against the others' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.88079 point pt 5 ps 1.5 lc 6 front
set label 'nano' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.13539, screen 0.88079 point pt 5 ps 1.5 lc 7 front
set label 'mini' at screen 0.15344, screen 0.88079 left textcolor rgb 'black' front
set label 'test accuracy' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set label 'untuned' at screen 0.17461, screen 0.09028 center textcolor rgb 'black' front
set label 'best written' at screen 0.35371, screen 0.09028 center textcolor rgb 'black' front
set label 'prompt' at screen 0.35371, screen 0.05093 center textcolor rgb 'black' front
set label 'vectors' at screen 0.53281, screen 0.09028 center textcolor rgb 'black' front
set label 'prefix' at screen 0.71191, screen 0.09028 center textcolor rgb 'black' front
set label 'full tuning' at screen 0.89101, screen 0.09028 center textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.98056
set tmargin at screen 0.77315
set bmargin at screen 0.12500
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noxtics
set border 1 lc rgb 'black' lw 1
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set xrange [-0.5:4.5]
set xtics scale 0 nomirror ('' 0)
set label '33.3%' at screen 0.14058, screen 0.40239 center font ',12' textcolor rgb 'black' front
set label '33.3%' at screen 0.31968, screen 0.39969 center font ',12' textcolor rgb 'black' front
set label '44.2%' at screen 0.49878, screen 0.47545 center font ',12' textcolor rgb 'black' front
set label '40.8%' at screen 0.67788, screen 0.44043 center font ',12' textcolor rgb 'black' front
set label '86.9%' at screen 0.85698, screen 0.73218 center font ',12' textcolor rgb 'black' front
set label '33.3%' at screen 0.20863, screen 0.40239 center font ',12' textcolor rgb 'black' front
set label '33.3%' at screen 0.38773, screen 0.39969 center font ',12' textcolor rgb 'black' front
set label '42.6%' at screen 0.56683, screen 0.47121 center font ',12' textcolor rgb 'black' front
set label '42.4%' at screen 0.74593, screen 0.49729 center font ',12' textcolor rgb 'black' front
set label '84.7%' at screen 0.92503, screen 0.71656 center font ',12' textcolor rgb 'black' front
$bars1 << EOD
-0.19 0.3333333333333333 0
0.81 0.3333333333333333 0
1.81 0.4425 0
2.81 0.40750000000000003 0
3.81 0.8691666666666666 0
EOD
$bars2 << EOD
0.19000000000000006 0.3333333333333333 0
1.19 0.3333333333333333 0
2.1900000000000004 0.42638888888888893 0
3.1900000000000004 0.42361111111111116 0
4.19 0.8472222222222222 0
EOD
$interval1 << EOD
-0.19 0.3333333333333333 0.2749999999999999 0.3958333333333328
0.81 0.3333333333333333 0.2749999999999999 0.3916666666666667
1.81 0.4425 0.38284233780997573 0.5085495568710645
2.81 0.40750000000000003 0.3609684649820327 0.45451351316486993
3.81 0.8691666666666666 0.8310405394946098 0.9046531535017968
EOD
$interval2 << EOD
0.19000000000000006 0.3333333333333333 0.2749999999999999 0.395833333333333
1.19 0.3333333333333333 0.27499999999999986 0.39166666666666666
2.1900000000000004 0.42638888888888893 0.353891908820098 0.5020044950999454
3.1900000000000004 0.42361111111111116 0.3199429692757081 0.5422416777907402
4.19 0.8472222222222222 0.8115435454244554 0.8805555555555556
EOD
plot $bars1 using 1:2:($1-0.17859999999999998):($1+0.17859999999999998):3:2 with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using 1:2:($1-0.17859999999999998):($1+0.17859999999999998):3:2 with boxxyerror lc 7 fillstyle solid noborder, \
  $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4
