set encoding utf8
set terminal svg size 720,300 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'forgetting.en.svg'
set colorsequence podo
set key off
set label 'World text: loss after minus before' at screen 0.01944, screen 0.92333 left font ',17' textcolor rgb 'black' front
set label 'this run' at screen 0.18414, screen 0.73944 right textcolor rgb 'black' front
set label 'the long run' at screen 0.18414, screen 0.52500 right textcolor rgb 'black' front
set label 'plain text instead' at screen 0.18414, screen 0.31056 right textcolor rgb 'black' front
set lmargin at screen 0.19525
set rmargin at screen 0.92500
set tmargin at screen 0.84667
set bmargin at screen 0.20333
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:5]
set xtics scale 0 nomirror ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5)
set yrange [2.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label 'nats per token' at screen 0.56012, screen 0.06333 center textcolor rgb 'black' front
set label '3.45' at screen 0.74644, screen 0.73944 left font ',12' textcolor rgb 'black' front
set label '4.83' at screen 0.92682, screen 0.52500 left font ',12' textcolor rgb 'black' front
set label '0.03' at screen 0.21021, screen 0.31056 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 3.451272278345035 0
1 4.830355120393506 0
2 0.030470252623975586 0
EOD
$interval1 << EOD
0 3.451272278345035 3.1138466111501213 3.7289556324468216
1 4.830355120393506 4.695061064390757 4.964895077500842
2 0.030470252623975586 0.0067402385900094935 0.05491081307599225
EOD
plot $bars1 using 2:1:3:2:($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 6 fillstyle solid noborder, \
  $interval1 using 3:1:($4-$3):(0) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4
