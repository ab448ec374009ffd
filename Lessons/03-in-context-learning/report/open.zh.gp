set encoding utf8
set terminal svg size 720,366 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'open.zh.svg'
set colorsequence podo
set key off
set label '指令得到了怎样的回答' at screen 0.01944, screen 0.93716 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.85929 point pt 5 ps 1.5 lc 6 front
set label '切题' at screen 0.04861, screen 0.85929 left textcolor rgb 'black' front
set label '' at screen 0.12917, screen 0.85929 point pt 5 ps 1.5 lc 7 front
set label '复读' at screen 0.14722, screen 0.85929 left textcolor rgb 'black' front
set label '' at screen 0.22778, screen 0.85929 point pt 5 ps 1.5 lc 4 front
set label '循环' at screen 0.24583, screen 0.85929 left textcolor rgb 'black' front
set label '' at screen 0.32639, screen 0.85929 point pt 5 ps 1.5 lc 8 front
set label '空白' at screen 0.34444, screen 0.85929 left textcolor rgb 'black' front
set label '' at screen 0.42500, screen 0.85929 point pt 5 ps 1.5 lc 2 front
set label '其他' at screen 0.44306, screen 0.85929 left textcolor rgb 'black' front
set label 'nano，贪心' at screen 0.12289, screen 0.75273 right textcolor rgb 'black' front
set label 'nano，采样' at screen 0.12289, screen 0.64617 right textcolor rgb 'black' front
set label 'mini，贪心' at screen 0.12289, screen 0.53962 right textcolor rgb 'black' front
set label 'mini，采样' at screen 0.12289, screen 0.43306 right textcolor rgb 'black' front
set label 'chat，贪心' at screen 0.12289, screen 0.32650 right textcolor rgb 'black' front
set label 'chat，采样' at screen 0.12289, screen 0.21995 right textcolor rgb 'black' front
set lmargin at screen 0.13400
set rmargin at screen 0.92500
set tmargin at screen 0.80601
set bmargin at screen 0.16667
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:1]
set xtics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set yrange [5.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label '指令' at screen 0.52950, screen 0.05191 center textcolor rgb 'black' front
set label '8.3%' at screen 0.16696, screen 0.53962 center font ',12' textcolor rgb '#ffffff' front
set label '6.2%' at screen 0.15872, screen 0.43306 center font ',12' textcolor rgb '#ffffff' front
set label '45.8%' at screen 0.34823, screen 0.75273 center font ',12' textcolor rgb '#101010' front
set label '29.2%' at screen 0.25595, screen 0.64617 center font ',12' textcolor rgb '#101010' front
set label '29.2%' at screen 0.31527, screen 0.53962 center font ',12' textcolor rgb '#101010' front
set label '16.7%' at screen 0.24935, screen 0.43306 center font ',12' textcolor rgb '#101010' front
set label '91.7%' at screen 0.49654, screen 0.32650 center font ',12' textcolor rgb '#101010' front
set label '91.2%' at screen 0.49489, screen 0.21995 center font ',12' textcolor rgb '#101010' front
set label '50.0%' at screen 0.72725, screen 0.75273 center font ',12' textcolor rgb '#101010' front
set label '70.0%' at screen 0.64815, screen 0.64617 center font ',12' textcolor rgb '#101010' front
set label '62.5%' at screen 0.67781, screen 0.53962 center font ',12' textcolor rgb '#101010' front
set label '77.1%' at screen 0.62014, screen 0.43306 center font ',12' textcolor rgb '#101010' front
set label '8.3%' at screen 0.89204, screen 0.32650 center font ',12' textcolor rgb '#101010' front
set label '8.8%' at screen 0.89039, screen 0.21995 center font ',12' textcolor rgb '#101010' front
$bars1 << EOD
0 0.041666666666666664 0
1 0.008333333333333333 0
2 0.08333333333333333 0
3 0.0625 0
4 0 0
5 0 0
EOD
$bars2 << EOD
0 0 0.041666666666666664
1 0 0.008333333333333333
2 0 0.08333333333333333
3 0 0.0625
4 0 0
5 0 0
EOD
$bars3 << EOD
0 0 0.041666666666666664
1 0 0.008333333333333333
2 0 0.08333333333333333
3 0 0.0625
4 0 0
5 0 0
EOD
$bars4 << EOD
0 0.4583333333333333 0.041666666666666664
1 0.2916666666666667 0.008333333333333333
2 0.2916666666666667 0.08333333333333333
3 0.16666666666666666 0.0625
4 0.9166666666666666 0
5 0.9125 0
EOD
$bars5 << EOD
0 0.5 0.5
1 0.7 0.30000000000000004
2 0.625 0.375
3 0.7708333333333334 0.22916666666666666
4 0.08333333333333333 0.9166666666666666
5 0.0875 0.9125
EOD
plot $bars1 using ($3+$2):1:3:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using ($3+$2):1:3:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 7 fillstyle solid noborder, \
  $bars3 using ($3+$2):1:3:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 4 fillstyle solid noborder, \
  $bars4 using ($3+$2):1:3:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 8 fillstyle solid noborder, \
  $bars5 using ($3+$2):1:3:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 2 fillstyle solid noborder
