set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'json.en.svg'
set colorsequence podo
set key off
set label 'Answers in JSON' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.88079 point pt 5 ps 1.5 lc 6 front
set label 'chat' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.13111, screen 0.88079 point pt 5 ps 1.5 lc 7 front
set label 'mini' at screen 0.14917, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.23128, screen 0.88079 point pt 5 ps 1.5 lc 4 front
set label 'mini, two examples' at screen 0.24933, screen 0.88079 left textcolor rgb 'black' front
set label 'answers, or fields' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set label 'valid JSON' at screen 0.23431, screen 0.05093 center textcolor rgb 'black' front
set label 'exact keys' at screen 0.53281, screen 0.05093 center textcolor rgb 'black' front
set label 'right fields' at screen 0.83131, screen 0.05093 center textcolor rgb 'black' front
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
set label '100.0%' at screen 0.15869, screen 0.79398 center font ',12' textcolor rgb 'black' front
set label '91.5%' at screen 0.45719, screen 0.75961 center font ',12' textcolor rgb 'black' front
set label '70.3%' at screen 0.75569, screen 0.61208 center font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.23431, screen 0.10648 center font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.53281, screen 0.10648 center font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.83131, screen 0.10648 center font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.30993, screen 0.10648 center font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.60843, screen 0.10648 center font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.90693, screen 0.10648 center font ',12' textcolor rgb 'black' front
$bars1 << EOD
-0.2533333333333333 1 0
0.7466666666666667 0.915 0
1.7466666666666668 0.7029345238095233 0
EOD
$bars2 << EOD
0 0 0
1 0 0
2 0 0
EOD
$bars3 << EOD
0.2533333333333334 0 0
1.2533333333333334 0 0
2.2533333333333334 0 0
EOD
$interval1 << EOD
-0.2533333333333333 1 1 1
0.7466666666666667 0.915 0.875 0.95
1.7466666666666668 0.7029345238095233 0.6694067460317461 0.7354166666666667
EOD
$interval2 << EOD
0 0 0 0
1 0 0 0
2 0 0 0
EOD
$interval3 << EOD
0.2533333333333334 0 0 0
1.2533333333333334 0 0 0
2.2533333333333334 0 0 0
EOD
plot $bars1 using 1:2:($1-0.11906666666666667):($1+0.11906666666666667):3:2 with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using 1:2:($1-0.11906666666666667):($1+0.11906666666666667):3:2 with boxxyerror lc 7 fillstyle solid noborder, \
  $bars3 using 1:2:($1-0.11906666666666667):($1+0.11906666666666667):3:2 with boxxyerror lc 4 fillstyle solid noborder, \
  $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $interval3 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4
