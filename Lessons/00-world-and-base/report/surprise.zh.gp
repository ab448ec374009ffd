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
set label '7 我一' at screen 0.08789, screen 0.62966 right textcolor rgb 'black' front
set label '8 口' at screen 0.08789, screen 0.58156 right textcolor rgb 'black' front
set label '9 气' at screen 0.08789, screen 0.53345 right textcolor rgb 'black' front
set label '10 吃了' at screen 0.08789, screen 0.48535 right textcolor rgb 'black' front
set label '11 两' at screen 0.08789, screen 0.43724 right textcolor rgb 'black' front
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
set label '5.7' at screen 0.34174, screen 0.91830 left font ',12' textcolor rgb 'black' front
set label '4.5' at screen 0.29372, screen 0.87020 left font ',12' textcolor rgb 'black' front
set label '5.1' at screen 0.31832, screen 0.82209 left font ',12' textcolor rgb 'black' front
set label '12.3' at screen 0.61515, screen 0.77398 left font ',12' textcolor rgb 'black' front
set label '6.0' at screen 0.35467, screen 0.72588 left font ',12' textcolor rgb 'black' front
set label '12.1' at screen 0.60577, screen 0.67777 left font ',12' textcolor rgb 'black' front
set label '12.0' at screen 0.60118, screen 0.62966 left font ',12' textcolor rgb 'black' front
set label '12.9' at screen 0.63995, screen 0.58156 left font ',12' textcolor rgb 'black' front
set label '7.6' at screen 0.42151, screen 0.53345 left font ',12' textcolor rgb 'black' front
set label '5.1' at screen 0.31838, screen 0.48535 left font ',12' textcolor rgb 'black' front
set label '2.8' at screen 0.22120, screen 0.43724 left font ',12' textcolor rgb 'black' front
set label '1.4' at screen 0.16468, screen 0.38913 left font ',12' textcolor rgb 'black' front
set label '8.1' at screen 0.44031, screen 0.34103 left font ',12' textcolor rgb 'black' front
set label '3.9' at screen 0.26758, screen 0.29292 left font ',12' textcolor rgb 'black' front
set label '2.3' at screen 0.20070, screen 0.24481 left font ',12' textcolor rgb 'black' front
set label '15.5' at screen 0.74671, screen 0.19671 left font ',12' textcolor rgb 'black' front
set label '0.1' at screen 0.10809, screen 0.14860 left font ',12' textcolor rgb 'black' front
set label '0.0' at screen 0.10607, screen 0.10049 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 5.709444999694824 0
1 4.546729564666748 0
2 5.142253398895264 0
3 12.329374313354492 0
4 6.022469997406006 0
5 12.102425575256348 0
6 11.991207122802734 0
7 12.92987060546875 0
8 7.640746116638184 0
9 5.143654823303223 0
10 2.790689468383789 0
11 1.4221553802490234 0
12 8.096105575561523 0
13 3.9136385917663574 0
14 2.2942848205566406 0
15 15.514863014221191 0
16 0.05192375183105469 0
17 0.0030651092529296875 0
EOD
plot $bars1 using 2:1:3:2:($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 6 fillstyle solid noborder
