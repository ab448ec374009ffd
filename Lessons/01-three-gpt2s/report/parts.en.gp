set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'parts.en.svg'
set colorsequence podo
set key off
set label 'Where the parameters are' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.88079 point pt 5 ps 1.5 lc 6 front
set label 'token embedding' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.25186, screen 0.88079 point pt 5 ps 1.5 lc 7 front
set label 'position embedding' at screen 0.26992, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.49572, screen 0.88079 point pt 5 ps 1.5 lc 4 front
set label 'attention' at screen 0.51378, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.63847, screen 0.88079 point pt 5 ps 1.5 lc 8 front
set label 'MLP' at screen 0.65653, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.74253, screen 0.88079 point pt 5 ps 1.5 lc 2 front
set label 'layer norms' at screen 0.76058, screen 0.88079 left textcolor rgb 'black' front
set label 'million parameters' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set label 'base' at screen 0.21940, screen 0.05093 center textcolor rgb 'black' front
set label 'classifier' at screen 0.52386, screen 0.05093 center textcolor rgb 'black' front
set label 'language model' at screen 0.82832, screen 0.05093 center textcolor rgb 'black' front
set lmargin at screen 0.06717
set rmargin at screen 0.98056
set tmargin at screen 0.77315
set bmargin at screen 0.08565
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noxtics
set border 1 lc rgb 'black' lw 1
set yrange [0:125]
set ytics scale 0 nomirror ('0' 0, '25' 25, '50' 50, '75' 75, '100' 100, '125' 125)
set xrange [-0.5:2.5]
set xtics scale 0 nomirror ('' 0)
set label '38.6' at screen 0.21940, screen 0.19179 center font ',12' textcolor rgb '#ffffff' front
set label '38.6' at screen 0.52386, screen 0.19179 center font ',12' textcolor rgb '#ffffff' front
set label '38.6' at screen 0.82832, screen 0.19179 center font ',12' textcolor rgb '#ffffff' front
set label '28.3' at screen 0.21940, screen 0.38022 center font ',12' textcolor rgb '#ffffff' front
set label '28.3' at screen 0.52386, screen 0.38022 center font ',12' textcolor rgb '#ffffff' front
set label '28.3' at screen 0.82832, screen 0.38022 center font ',12' textcolor rgb '#ffffff' front
set label '56.7' at screen 0.21940, screen 0.61402 center font ',12' textcolor rgb '#101010' front
set label '56.7' at screen 0.52386, screen 0.61402 center font ',12' textcolor rgb '#101010' front
set label '56.7' at screen 0.82832, screen 0.61402 center font ',12' textcolor rgb '#101010' front
$bars1 << EOD
0 38.597376 0
1 38.597376 0
2 38.597376 0
EOD
$bars2 << EOD
0 0.786432 38.597376
1 0.786432 38.597376
2 0.786432 38.597376
EOD
$bars3 << EOD
0 28.348416 39.383807999999995
1 28.348416 39.383807999999995
2 28.348416 39.383807999999995
EOD
$bars4 << EOD
0 56.669184 67.732224
1 56.669184 67.732224
2 56.669184 67.732224
EOD
$bars5 << EOD
0 0.038400000000000004 124.401408
1 0.038400000000000004 124.401408
2 0.038400000000000004 124.401408
EOD
plot $bars1 using 1:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996):3:($3+$2) with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using 1:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996):3:($3+$2) with boxxyerror lc 7 fillstyle solid noborder, \
  $bars3 using 1:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996):3:($3+$2) with boxxyerror lc 4 fillstyle solid noborder, \
  $bars4 using 1:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996):3:($3+$2) with boxxyerror lc 8 fillstyle solid noborder, \
  $bars5 using 1:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996):3:($3+$2) with boxxyerror lc 2 fillstyle solid noborder
