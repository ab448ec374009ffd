set encoding utf8
set terminal svg size 720,438 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'stops.en.svg'
set colorsequence podo
set key off
set label 'Who stops' at screen 0.01944, screen 0.94749 left font ',17' textcolor rgb 'black' front
set label 'answers only' at screen 0.17442, screen 0.84775 right textcolor rgb 'black' front
set label 'everything' at screen 0.17442, screen 0.75328 right textcolor rgb 'black' front
set label 'prompt 0.1' at screen 0.17442, screen 0.65882 right textcolor rgb 'black' front
set label 'off by one' at screen 0.17442, screen 0.56436 right textcolor rgb 'black' front
set label 'end ignored' at screen 0.17442, screen 0.46989 right textcolor rgb 'black' front
set label 'padding counted' at screen 0.17442, screen 0.37543 right textcolor rgb 'black' front
set label 'role counted' at screen 0.17442, screen 0.28096 right textcolor rgb 'black' front
set label 'untuned' at screen 0.17442, screen 0.18650 right textcolor rgb 'black' front
set lmargin at screen 0.18553
set rmargin at screen 0.92500
set tmargin at screen 0.89498
set bmargin at screen 0.13927
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:1]
set xtics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set yrange [7.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label 'ended by the model' at screen 0.55526, screen 0.04338 center textcolor rgb 'black' front
set label '100.0%' at screen 0.93194, screen 0.84775 left font ',12' textcolor rgb 'black' front
set label '100.0%' at screen 0.93194, screen 0.75328 left font ',12' textcolor rgb 'black' front
set label '99.9%' at screen 0.93194, screen 0.65882 left font ',12' textcolor rgb 'black' front
set label '82.8%' at screen 0.93194, screen 0.56436 left font ',12' textcolor rgb 'black' front
set label '2.1%' at screen 0.22080, screen 0.46989 left font ',12' textcolor rgb 'black' front
set label '99.9%' at screen 0.93194, screen 0.37543 left font ',12' textcolor rgb 'black' front
set label '100.0%' at screen 0.93194, screen 0.28096 left font ',12' textcolor rgb 'black' front
set label '94.4%' at screen 0.90884, screen 0.18650 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 1 0
1 1 0
2 0.9993055555555556 0
3 0.8275462962962963 0
4 0.020833333333333332 0
5 0.9988425925925926 0
6 1 0
7 0.9444444444444444 0
EOD
$interval1 << EOD
0 1 1 1
1 1 1 1
2 0.9993055555555556 0.9967004495788415 1.001099850140386
3 0.8275462962962963 0.5092631791602226 1.0625299093381892
4 0.020833333333333332 0.0019069042920800954 0.03831456863207295
5 0.9988425925925926 0.992618872003722 1.0031118602944356
6 1 1 1
7 0.9444444444444444 0.9166666666666665 0.9687499999999999
EOD
plot $bars1 using 2:1:3:2:($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 6 fillstyle solid noborder, \
  $interval1 using 3:1:($4-$3):(0) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4
