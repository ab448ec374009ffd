set encoding utf8
set terminal svg size 720,798 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'surprise.zh.svg'
set colorsequence podo
set key off
set label '每个词元让 mini 意外多少' at screen 0.01944, screen 0.97118 left font ',17' textcolor rgb 'black' front
set label '1 奶奶' at screen 0.08789, screen 0.91830 right textcolor rgb 'black' front
set label '2 做的' at screen 0.08789, screen 0.87020 right textcolor rgb 'black' front
set label '3 饺子' at screen 0.08789, screen 0.82209 right textcolor rgb 'black' front
set label '4 真好' at screen 0.08789, screen 0.77398 right textcolor rgb 'black' front
set label '5 吃' at screen 0.08789, screen 0.72588 right textcolor rgb 'black' front
set label '6 ，' at screen 0.08789, screen 0.67777 right textcolor rgb 'black' front
set label '7 我' at screen 0.08789, screen 0.62966 right textcolor rgb 'black' front
set label '8 一口' at screen 0.08789, screen 0.58156 right textcolor rgb 'black' front
set label '9 气' at screen 0.08789, screen 0.53345 right textcolor rgb 'black' front
set label '10 吃' at screen 0.08789, screen 0.48535 right textcolor rgb 'black' front
set label '11 了两' at screen 0.08789, screen 0.43724 right textcolor rgb 'black' front
set label '12 碗' at screen 0.08789, screen 0.38913 right textcolor rgb 'black' front
set label '13 ，' at screen 0.08789, screen 0.34103 right textcolor rgb 'black' front
set label '14 肚子' at screen 0.08789, screen 0.29292 right textcolor rgb 'black' front
set label '15 都' at screen 0.08789, screen 0.24481 right textcolor rgb 'black' front
set label '16 圆' at screen 0.08789, screen 0.19671 right textcolor rgb 'black' front
set label '17 了' at screen 0.08789, screen 0.14860 right textcolor rgb 'black' front
set label '18 。' at screen 0.08789, screen 0.10049 right textcolor rgb 'black' front
set lmargin at screen 0.09900
set rmargin at screen 0.92500
set tmargin at screen 0.94236
set bmargin at screen 0.07644
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:20]
set xtics scale 0 nomirror ('0' 0, '5' 5, '10' 10, '15' 15, '20' 20)
set yrange [17.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label 'nat' at screen 0.51200, screen 0.02381 center textcolor rgb 'black' front
set label '6.6' at screen 0.37717, screen 0.91830 left font ',12' textcolor rgb 'black' front
set label '7.6' at screen 0.41816, screen 0.87020 left font ',12' textcolor rgb 'black' front
set label '9.1' at screen 0.48305, screen 0.82209 left font ',12' textcolor rgb 'black' front
set label '16.3' at screen 0.77708, screen 0.77398 left font ',12' textcolor rgb 'black' front
set label '1.8' at screen 0.18181, screen 0.72588 left font ',12' textcolor rgb 'black' front
set label '2.3' at screen 0.19907, screen 0.67777 left font ',12' textcolor rgb 'black' front
set label '5.3' at screen 0.32643, screen 0.62966 left font ',12' textcolor rgb 'black' front
set label '7.5' at screen 0.41597, screen 0.58156 left font ',12' textcolor rgb 'black' front
set label '1.4' at screen 0.16276, screen 0.53345 left font ',12' textcolor rgb 'black' front
set label '1.7' at screen 0.17599, screen 0.48535 left font ',12' textcolor rgb 'black' front
set label '7.7' at screen 0.42248, screen 0.43724 left font ',12' textcolor rgb 'black' front
set label '1.0' at screen 0.14862, screen 0.38913 left font ',12' textcolor rgb 'black' front
set label '2.9' at screen 0.22613, screen 0.34103 left font ',12' textcolor rgb 'black' front
set label '5.2' at screen 0.32186, screen 0.29292 left font ',12' textcolor rgb 'black' front
set label '4.7' at screen 0.30121, screen 0.24481 left font ',12' textcolor rgb 'black' front
set label '10.1' at screen 0.52413, screen 0.19671 left font ',12' textcolor rgb 'black' front
set label '2.8' at screen 0.22182, screen 0.14860 left font ',12' textcolor rgb 'black' front
set label '0.4' at screen 0.12208, screen 0.10049 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 6.567148685455322 0
1 7.559723854064941 0
2 9.130809783935547 0
3 16.250141143798828 0
4 1.8370380401611328 0
5 2.254934787750244 0
6 5.338659286499023 0
7 7.506730079650879 0
8 1.3757686614990234 0
9 1.6961383819580078 0
10 7.664259910583496 0
11 1.0333442687988281 0
12 2.909998893737793 0
13 5.227932929992676 0
14 4.72805118560791 0
15 10.125502586364746 0
16 2.8057985305786133 0
17 0.3905935287475586 0
EOD
plot $bars1 using 2:1:3:2:($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 6 fillstyle solid noborder
