set encoding utf8
set terminal svg size 720,510 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'ratios.svg'
set colorsequence podo
set key off
set label 'How many times faster than the peer' at screen 0.01944, screen 0.95490 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.89902 point pt 5 ps 1.5 lc 6 front
set label 'measured, with 95 % interval' at screen 0.04861, screen 0.89902 left textcolor rgb 'black' front
set label '' at screen 0.36911, screen 0.89902 point pt 5 ps 1.5 lc 7 front
set label 'goal' at screen 0.38717, screen 0.89902 left textcolor rgb 'black' front
set label 'mini-full' at screen 0.17772, screen 0.76487 right textcolor rgb 'black' front
set label 'mini-full-compile' at screen 0.17772, screen 0.64755 right textcolor rgb 'black' front
set label 'mini-lora' at screen 0.17772, screen 0.53023 right textcolor rgb 'black' front
set label 'sft' at screen 0.17772, screen 0.41291 right textcolor rgb 'black' front
set label 'gpt2-full' at screen 0.17772, screen 0.29559 right textcolor rgb 'black' front
set label 'gpt2-lora' at screen 0.17772, screen 0.17827 right textcolor rgb 'black' front
set lmargin at screen 0.18883
set rmargin at screen 0.92500
set tmargin at screen 0.82353
set bmargin at screen 0.11961
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:4]
set xtics scale 0 nomirror ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4)
set yrange [5.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label 'ratio' at screen 0.55692, screen 0.03725 center textcolor rgb 'black' front
set label 'as fast as the peer' at screen 0.37288, screen 0.84314 center textcolor rgb 'black' front
set label '1.55' at screen 0.48841, screen 0.78716 left font ',12' textcolor rgb 'black' front
set label '1.28' at screen 0.44535, screen 0.66984 left font ',12' textcolor rgb 'black' front
set label '1.67' at screen 0.54384, screen 0.55252 left font ',12' textcolor rgb 'black' front
set label '2.87' at screen 0.76356, screen 0.43520 left font ',12' textcolor rgb 'black' front
set label '1.18' at screen 0.41890, screen 0.31788 left font ',12' textcolor rgb 'black' front
set label '1.35' at screen 0.46365, screen 0.20056 left font ',12' textcolor rgb 'black' front
set label '1.40' at screen 0.45344, screen 0.74258 left font ',12' textcolor rgb 'black' front
set label '1.00' at screen 0.37982, screen 0.62526 left font ',12' textcolor rgb 'black' front
set label '1.50' at screen 0.47184, screen 0.50794 left font ',12' textcolor rgb 'black' front
set label '2.50' at screen 0.65588, screen 0.39062 left font ',12' textcolor rgb 'black' front
set label '1.30' at screen 0.43503, screen 0.27330 left font ',12' textcolor rgb 'black' front
set label '1.50' at screen 0.47184, screen 0.15598 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
-0.19 1.5461656776330643 0
0.81 1.2790294966055025 0
1.81 1.6721287083352843 0
2.81 2.869775469354038 0
3.81 1.178683671531707 0
4.8100000000000005 1.3516603509113618 0
EOD
$bars2 << EOD
0.19000000000000006 1.4 0
1.19 1 0
2.1900000000000004 1.5 0
3.1900000000000004 2.5 0
4.19 1.3 0
5.19 1.5 0
EOD
$interval1 << EOD
-0.19 1.5461656776330643 1.486727907851644 1.5900165299582525
0.81 1.2790294966055025 1.2074824131014414 1.3560739587929622
1.81 1.6721287083352843 1.592958861854341 1.8912370105868124
2.81 2.869775469354038 2.778106337507752 3.0850825631973726
3.81 1.178683671531707 1.0982996169701746 1.212334963462825
4.8100000000000005 1.3516603509113618 1.2793265407947987 1.4554954781695197
EOD
$reference << EOD
-0.5 1
5.5 1
EOD
plot $bars1 using 2:1:3:2:($1-0.17859999999999998):($1+0.17859999999999998) with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using 2:1:3:2:($1-0.17859999999999998):($1+0.17859999999999998) with boxxyerror lc 7 fillstyle solid noborder, \
  $interval1 using 3:1:($4-$3):(0) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $reference using 2:1 with lines lc rgb 'black' lw 1.4 dt (6,5)
