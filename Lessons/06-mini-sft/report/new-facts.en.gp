set encoding utf8
set terminal svg size 720,450 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'new-facts.en.svg'
set colorsequence podo
set key off
set label 'Taught to mini in one form, asked in five' at screen 0.01944, screen 0.94889 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.88556 point pt 5 ps 1.5 lc 6 front
set label 'right kind' at screen 0.04861, screen 0.88556 left textcolor rgb 'black' front
set label '' at screen 0.17894, screen 0.88556 point pt 5 ps 1.5 lc 7 front
set label 'right' at screen 0.19700, screen 0.88556 left textcolor rgb 'black' front
set label 'the taught question' at screen 0.20242, screen 0.77156 right textcolor rgb 'black' front
set label 'in other words, 1' at screen 0.20242, screen 0.63022 right textcolor rgb 'black' front
set label 'in other words, 2' at screen 0.20242, screen 0.48889 right textcolor rgb 'black' front
set label 'in other words, 3' at screen 0.20242, screen 0.34756 right textcolor rgb 'black' front
set label 'in reverse' at screen 0.20242, screen 0.20622 right textcolor rgb 'black' front
set lmargin at screen 0.21353
set rmargin at screen 0.92500
set tmargin at screen 0.84222
set bmargin at screen 0.13556
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:1]
set xtics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set yrange [4.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label 'answers' at screen 0.56926, screen 0.04222 center textcolor rgb 'black' front
set label '100.0%' at screen 0.93194, screen 0.79841 left font ',12' textcolor rgb 'black' front
set label '43.8%' at screen 0.53174, screen 0.65708 left font ',12' textcolor rgb 'black' front
set label '62.5%' at screen 0.66514, screen 0.51574 left font ',12' textcolor rgb 'black' front
set label '95.8%' at screen 0.90230, screen 0.37441 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.22047, screen 0.23308 left font ',12' textcolor rgb 'black' front
set label '90.3%' at screen 0.86277, screen 0.74470 left font ',12' textcolor rgb 'black' front
set label '16.7%' at screen 0.33905, screen 0.60337 left font ',12' textcolor rgb 'black' front
set label '18.1%' at screen 0.34893, screen 0.46204 left font ',12' textcolor rgb 'black' front
set label '24.3%' at screen 0.39340, screen 0.32070 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.22047, screen 0.17937 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
-0.19 1 0
0.81 0.4375 0
1.81 0.625 0
2.81 0.9583333333333334 0
3.81 0 0
EOD
$bars2 << EOD
0.19000000000000006 0.9027777777777778 0
1.19 0.16666666666666666 0
2.1900000000000004 0.18055555555555555 0
3.1900000000000004 0.24305555555555555 0
4.19 0 0
EOD
plot $bars1 using 2:1:3:2:($1-0.17859999999999998):($1+0.17859999999999998) with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using 2:1:3:2:($1-0.17859999999999998):($1+0.17859999999999998) with boxxyerror lc 7 fillstyle solid noborder
