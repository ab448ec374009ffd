set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'places.en.svg'
set colorsequence podo
set key off
set label 'Where the vectors stand, nano' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'test accuracy' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set label 'in front' at screen 0.22001, screen 0.05093 center textcolor rgb 'black' front
set label 'between task and text' at screen 0.48992, screen 0.05093 center textcolor rgb 'black' front
set label 'right before the answer' at screen 0.75982, screen 0.05093 center textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.89478
set tmargin at screen 0.83102
set bmargin at screen 0.08565
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noxtics
set border 1 lc rgb 'black' lw 1
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set xrange [-0.5:2.5]
set xtics scale 0 nomirror ('' 0)
set label 'untuned' at screen 0.90311, screen 0.33410 left textcolor rgb 'black' front
set label '44.2%' at screen 0.22001, screen 0.48554 center font ',12' textcolor rgb 'black' front
set label '42.5%' at screen 0.48992, screen 0.46002 center font ',12' textcolor rgb 'black' front
set label '43.7%' at screen 0.75982, screen 0.47291 center font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 0.4425 0
1 0.425 0
2 0.43666666666666665 0
EOD
$interval1 << EOD
0 0.4425 0.38284233780997573 0.5085495568710645
1 0.425 0.37486035966307324 0.4743063070035934
2 0.43666666666666665 0.3814504431289354 0.4916036095305445
EOD
$reference << EOD
-0.5 0.3333333333333333
2.5 0.3333333333333333
EOD
plot $bars1 using 1:2:($1-0.35719999999999996):($1+0.35719999999999996):3:2 with boxxyerror lc 6 fillstyle solid noborder, \
  $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5)
