set encoding utf8
set terminal svg size 720,300 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'words.en.svg'
set colorsequence podo
set key off
set label 'Words and vectors in the same place' at screen 0.01944, screen 0.92333 left font ',17' textcolor rgb 'black' front
set label 'nothing' at screen 0.16256, screen 0.68667 right textcolor rgb 'black' front
set label 'the best words' at screen 0.16256, screen 0.49333 right textcolor rgb 'black' front
set label 'trained vectors' at screen 0.16256, screen 0.30000 right textcolor rgb 'black' front
set lmargin at screen 0.17367
set rmargin at screen 0.92500
set tmargin at screen 0.78333
set bmargin at screen 0.20333
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:1]
set xtics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set yrange [2.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label 'test accuracy' at screen 0.54933, screen 0.06333 center textcolor rgb 'black' front
set label 'chance' at screen 0.42411, screen 0.81667 center textcolor rgb 'black' front
set label '33.3%' at screen 0.47801, screen 0.68667 left font ',12' textcolor rgb 'black' front
set label '34.6%' at screen 0.48428, screen 0.49333 left font ',12' textcolor rgb 'black' front
set label '49.3%' at screen 0.77767, screen 0.30000 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 0.3333333333333333 0
1 0.3458333333333333 0
2 0.4930555555555556 0
EOD
$interval1 << EOD
0 0.3333333333333333 0.2749999999999999 0.395833333333333
1 0.3458333333333333 0.2875000000000001 0.4041666666666668
2 0.4930555555555556 0.2865586450805015 0.7946635075479838
EOD
$reference << EOD
-0.5 0.33333333333333354
2.5 0.33333333333333354
EOD
plot $bars1 using 2:1:3:2:($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 6 fillstyle solid noborder, \
  $interval1 using 3:1:($4-$3):(0) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $reference using 2:1 with lines lc rgb 'black' lw 1.4 dt (6,5)
