set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'gain.en.svg'
set colorsequence podo
set key off
set label 'Test questions answered right' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.88079 point pt 5 ps 1.5 lc 6 front
set label 'nano' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.13539, screen 0.88079 point pt 5 ps 1.5 lc 7 front
set label 'mini' at screen 0.15344, screen 0.88079 left textcolor rgb 'black' front
set label 'test accuracy' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set label 'untuned' at screen 0.22118, screen 0.05093 center textcolor rgb 'black' front
set label 'adapters' at screen 0.49342, screen 0.05093 center textcolor rgb 'black' front
set label 'full tuning' at screen 0.76566, screen 0.05093 center textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.90178
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
set label 'chance' at screen 0.91011, screen 0.31481 left textcolor rgb 'black' front
set label '33.3%' at screen 0.16945, screen 0.37862 center font ',12' textcolor rgb 'black' front
set label '75.5%' at screen 0.44169, screen 0.68008 center font ',12' textcolor rgb 'black' front
set label '87.8%' at screen 0.71393, screen 0.73965 center font ',12' textcolor rgb 'black' front
set label '33.3%' at screen 0.27290, screen 0.37862 center font ',12' textcolor rgb 'black' front
set label '74.3%' at screen 0.54514, screen 0.66437 center font ',12' textcolor rgb 'black' front
set label '86.2%' at screen 0.81738, screen 0.72471 center font ',12' textcolor rgb 'black' front
$bars1 << EOD
-0.19 0.3333333333333333 0
0.81 0.755 0
1.81 0.8775000000000001 0
EOD
$bars2 << EOD
0.19000000000000006 0.3333333333333333 0
1.19 0.7433333333333334 0
2.1900000000000004 0.8625 0
EOD
$interval1 << EOD
-0.19 0.3333333333333333 0.2749999999999999 0.3958333333333328
0.81 0.755 0.6569909697237329 0.834324341756503
1.81 0.8775000000000001 0.8344414386522926 0.9209774823584874
EOD
$interval2 << EOD
0.19000000000000006 0.3333333333333333 0.2749999999999999 0.395833333333333
1.19 0.7433333333333334 0.6683152985804236 0.8114729865700724
2.1900000000000004 0.8625 0.8238198201684633 0.8992387411792436
EOD
$reference << EOD
-0.5 0.33333333333333354
2.5 0.33333333333333354
EOD
plot $bars1 using 1:2:($1-0.17859999999999998):($1+0.17859999999999998):3:2 with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using 1:2:($1-0.17859999999999998):($1+0.17859999999999998):3:2 with boxxyerror lc 7 fillstyle solid noborder, \
  $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5)
