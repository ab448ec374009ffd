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
set xrange [0:15]
set xtics scale 0 nomirror ('0.0' 0, '2.5' 2.5, '5.0' 5, '7.5' 7.5, '10.0' 10, '12.5' 12.5, '15.0' 15)
set yrange [17.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label 'nat' at screen 0.51200, screen 0.02381 center textcolor rgb 'black' front
set label '6.4' at screen 0.45912, screen 0.91830 left font ',12' textcolor rgb 'black' front
set label '5.0' at screen 0.38386, screen 0.87020 left font ',12' textcolor rgb 'black' front
set label '7.5' at screen 0.52014, screen 0.82209 left font ',12' textcolor rgb 'black' front
set label '13.9' at screen 0.87090, screen 0.77398 left font ',12' textcolor rgb 'black' front
set label '1.3' at screen 0.17541, screen 0.72588 left font ',12' textcolor rgb 'black' front
set label '1.7' at screen 0.20138, screen 0.67777 left font ',12' textcolor rgb 'black' front
set label '4.7' at screen 0.36691, screen 0.62966 left font ',12' textcolor rgb 'black' front
set label '5.6' at screen 0.41645, screen 0.58156 left font ',12' textcolor rgb 'black' front
set label '2.4' at screen 0.23974, screen 0.53345 left font ',12' textcolor rgb 'black' front
set label '3.7' at screen 0.31114, screen 0.48535 left font ',12' textcolor rgb 'black' front
set label '8.2' at screen 0.55594, screen 0.43724 left font ',12' textcolor rgb 'black' front
set label '0.4' at screen 0.12898, screen 0.38913 left font ',12' textcolor rgb 'black' front
set label '2.4' at screen 0.24053, screen 0.34103 left font ',12' textcolor rgb 'black' front
set label '9.5' at screen 0.62675, screen 0.29292 left font ',12' textcolor rgb 'black' front
set label '2.3' at screen 0.23153, screen 0.24481 left font ',12' textcolor rgb 'black' front
set label '4.3' at screen 0.34374, screen 0.19671 left font ',12' textcolor rgb 'black' front
set label '0.0' at screen 0.10857, screen 0.14860 left font ',12' textcolor rgb 'black' front
set label '0.0' at screen 0.10816, screen 0.10049 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 6.41364049911499 0
1 5.046879768371582 0
2 7.521624565124512 0
3 13.891500473022461 0
4 1.261423110961914 0
5 1.7331571578979492 0
6 4.739025115966797 0
7 5.638751983642578 0
8 2.4297399520874023 0
9 3.7262816429138184 0
10 8.17188835144043 0
11 0.4183235168457031 0
12 2.443979263305664 0
13 9.457771301269531 0
14 2.280581474304199 0
15 4.318351745605469 0
16 0.04764747619628906 0
17 0.04030418395996094 0
EOD
plot $bars1 using 2:1:3:2:($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 6 fillstyle solid noborder
