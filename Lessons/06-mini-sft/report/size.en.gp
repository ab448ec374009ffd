set encoding utf8
set terminal svg size 720,390 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'size.en.svg'
set colorsequence podo
set key off
set label 'Small and tuned, large and not' at screen 0.01944, screen 0.94103 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.86795 point pt 5 ps 1.5 lc 6 front
set label 'written answers, all families' at screen 0.04861, screen 0.86795 left textcolor rgb 'black' front
set label '' at screen 0.36347, screen 0.86795 point pt 5 ps 1.5 lc 7 front
set label 'likeliest class, three families' at screen 0.38153, screen 0.86795 left textcolor rgb 'black' front
set label 'nano, untuned' at screen 0.15186, screen 0.69263 right textcolor rgb 'black' front
set label 'nano, tuned' at screen 0.15186, screen 0.53942 right textcolor rgb 'black' front
set label 'mini, untuned' at screen 0.15186, screen 0.38622 right textcolor rgb 'black' front
set label 'mini, tuned' at screen 0.15186, screen 0.23301 right textcolor rgb 'black' front
set lmargin at screen 0.16297
set rmargin at screen 0.92500
set tmargin at screen 0.76923
set bmargin at screen 0.15641
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:1]
set xtics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set yrange [3.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label 'right' at screen 0.54399, screen 0.04872 center textcolor rgb 'black' front
set label 'chance of a class' at screen 0.37465, screen 0.79487 center textcolor rgb 'black' front
set label '0.4%' at screen 0.17291, screen 0.72174 left font ',12' textcolor rgb 'black' front
set label '12.4%' at screen 0.26405, screen 0.56853 left font ',12' textcolor rgb 'black' front
set label '0.4%' at screen 0.17291, screen 0.41533 left font ',12' textcolor rgb 'black' front
set label '13.3%' at screen 0.27102, screen 0.26212 left font ',12' textcolor rgb 'black' front
set label '37.5%' at screen 0.45568, screen 0.66352 left font ',12' textcolor rgb 'black' front
set label '53.9%' at screen 0.58033, screen 0.51031 left font ',12' textcolor rgb 'black' front
set label '40.7%' at screen 0.48037, screen 0.35711 left font ',12' textcolor rgb 'black' front
set label '57.6%' at screen 0.60855, screen 0.20390 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
-0.19 0.00392156862745098 0
0.81 0.12352941176470589 0
1.81 0.00392156862745098 0
2.81 0.1326797385620915 0
EOD
$bars2 << EOD
0.19000000000000006 0.375 0
1.19 0.5385802469135802 0
2.1900000000000004 0.4074074074074074 0
3.1900000000000004 0.5756172839506173 0
EOD
$reference << EOD
-0.5 0.2777777777777762
3.5 0.2777777777777762
EOD
plot $bars1 using 2:1:3:2:($1-0.17859999999999998):($1+0.17859999999999998) with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using 2:1:3:2:($1-0.17859999999999998):($1+0.17859999999999998) with boxxyerror lc 7 fillstyle solid noborder, \
  $reference using 2:1 with lines lc rgb 'black' lw 1.4 dt (6,5)
