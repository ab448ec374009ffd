set encoding utf8
set terminal svg size 720,582 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'chat-mismatch.en.svg'
set colorsequence podo
set key off
set label 'The chat model, asked in other ways' at screen 0.01944, screen 0.96048 left font ',17' textcolor rgb 'black' front
set label 'roles' at screen 0.19678, screen 0.85567 right textcolor rgb 'black' front
set label 'half-width colons' at screen 0.19678, screen 0.79038 right textcolor rgb 'black' front
set label 'no new line' at screen 0.19678, screen 0.72509 right textcolor rgb 'black' front
set label 'another name' at screen 0.19678, screen 0.65979 right textcolor rgb 'black' front
set label 'a space at the end' at screen 0.19678, screen 0.59450 right textcolor rgb 'black' front
set label 'no last piece' at screen 0.19678, screen 0.52921 right textcolor rgb 'black' front
set label 'alpaca' at screen 0.19678, screen 0.46392 right textcolor rgb 'black' front
set label 'alpaca-zh' at screen 0.19678, screen 0.39863 right textcolor rgb 'black' front
set label 'human-assistant' at screen 0.19678, screen 0.33333 right textcolor rgb 'black' front
set label 'chatml' at screen 0.19678, screen 0.26804 right textcolor rgb 'black' front
set label 'plain' at screen 0.19678, screen 0.20275 right textcolor rgb 'black' front
set label 'llama-2' at screen 0.19678, screen 0.13746 right textcolor rgb 'black' front
set lmargin at screen 0.20789
set rmargin at screen 0.92500
set tmargin at screen 0.88832
set bmargin at screen 0.10481
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:1]
set xtics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set yrange [11.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label 'right' at screen 0.56644, screen 0.03265 center textcolor rgb 'black' front
set label 'its own' at screen 0.71943, screen 0.90550 center textcolor rgb 'black' front
set label '71.3%' at screen 0.76223, screen 0.85567 left font ',12' textcolor rgb 'black' front
set label '26.0%' at screen 0.43714, screen 0.79038 left font ',12' textcolor rgb 'black' front
set label '71.0%' at screen 0.75984, screen 0.72509 left font ',12' textcolor rgb 'black' front
set label '67.3%' at screen 0.73593, screen 0.65979 left font ',12' textcolor rgb 'black' front
set label '53.3%' at screen 0.63793, screen 0.59450 left font ',12' textcolor rgb 'black' front
set label '48.0%' at screen 0.59968, screen 0.52921 left font ',12' textcolor rgb 'black' front
set label '5.3%' at screen 0.27220, screen 0.46392 left font ',12' textcolor rgb 'black' front
set label '41.7%' at screen 0.55427, screen 0.39863 left font ',12' textcolor rgb 'black' front
set label '24.0%' at screen 0.42280, screen 0.33333 left font ',12' textcolor rgb 'black' front
set label '18.3%' at screen 0.37738, screen 0.26804 left font ',12' textcolor rgb 'black' front
set label '35.3%' at screen 0.50885, screen 0.20275 left font ',12' textcolor rgb 'black' front
set label '7.3%' at screen 0.28893, screen 0.13746 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 0.7133333333333334 0
1 0.26 0
2 0.71 0
3 0.6733333333333333 0
4 0.5333333333333333 0
5 0.48 0
6 0.05333333333333334 0
7 0.4166666666666667 0
8 0.24 0
9 0.18333333333333332 0
10 0.35333333333333333 0
11 0.07333333333333333 0
EOD
$interval1 << EOD
0 0.7133333333333334 0.6600000000000003 0.7633333333333336
1 0.26 0.2100000000000002 0.31000000000000016
2 0.71 0.6566666666666662 0.7599999999999997
3 0.6733333333333333 0.6199999999999997 0.7266666666666665
4 0.5333333333333333 0.47666666666666657 0.59
5 0.48 0.42333333333333295 0.5366666666666663
6 0.05333333333333334 0.029999999999999867 0.07999999999999999
7 0.4166666666666667 0.3600000000000003 0.47333333333333333
8 0.24 0.19000000000000017 0.2899999999999998
9 0.18333333333333332 0.13999999999999993 0.2266666666666666
10 0.35333333333333333 0.2999999999999998 0.4099999999999999
11 0.07333333333333333 0.046666666666666294 0.10333333333333332
EOD
$reference << EOD
-0.5 0.7133333333333334
11.5 0.7133333333333334
EOD
plot $bars1 using 2:1:3:2:($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 6 fillstyle solid noborder, \
  $interval1 using 3:1:($4-$3):(0) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $reference using 2:1 with lines lc rgb 'black' lw 1.4 dt (6,5)
