set encoding utf8
set terminal svg size 720,654 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'surprise.zh.svg'
set colorsequence podo
set key off
set label '每个词元让 mini 意外多少' at screen 0.01944, screen 0.96483 left font ',17' textcolor rgb 'black' front
set label '1 小' at screen 0.08789, screen 0.89979 right textcolor rgb 'black' front
set label '2 店' at screen 0.08789, screen 0.84005 right textcolor rgb 'black' front
set label '3 的' at screen 0.08789, screen 0.78031 right textcolor rgb 'black' front
set label '4 奶' at screen 0.08789, screen 0.72057 right textcolor rgb 'black' front
set label '5 茶' at screen 0.08789, screen 0.66082 right textcolor rgb 'black' front
set label '6 很好' at screen 0.08789, screen 0.60108 right textcolor rgb 'black' front
set label '7 喝' at screen 0.08789, screen 0.54134 right textcolor rgb 'black' front
set label '8 ，' at screen 0.08789, screen 0.48160 right textcolor rgb 'black' front
set label '9 可惜' at screen 0.08789, screen 0.42185 right textcolor rgb 'black' front
set label '10 排队' at screen 0.08789, screen 0.36211 right textcolor rgb 'black' front
set label '11 的人' at screen 0.08789, screen 0.30237 right textcolor rgb 'black' front
set label '12 太' at screen 0.08789, screen 0.24263 right textcolor rgb 'black' front
set label '13 多了' at screen 0.08789, screen 0.18289 right textcolor rgb 'black' front
set label '14 。' at screen 0.08789, screen 0.12314 right textcolor rgb 'black' front
set lmargin at screen 0.09900
set rmargin at screen 0.92500
set tmargin at screen 0.92966
set bmargin at screen 0.09327
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:20]
set xtics scale 0 nomirror ('0' 0, '5' 5, '10' 10, '15' 15, '20' 20)
set yrange [13.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label 'nat' at screen 0.51200, screen 0.02905 center textcolor rgb 'black' front
set label '4.2' at screen 0.27849, screen 0.89979 left font ',12' textcolor rgb 'black' front
set label '9.5' at screen 0.49964, screen 0.84005 left font ',12' textcolor rgb 'black' front
set label '4.6' at screen 0.29488, screen 0.78031 left font ',12' textcolor rgb 'black' front
set label '11.6' at screen 0.58653, screen 0.72057 left font ',12' textcolor rgb 'black' front
set label '0.2' at screen 0.11461, screen 0.66082 left font ',12' textcolor rgb 'black' front
set label '6.4' at screen 0.36824, screen 0.60108 left font ',12' textcolor rgb 'black' front
set label '12.6' at screen 0.62754, screen 0.54134 left font ',12' textcolor rgb 'black' front
set label '4.9' at screen 0.30920, screen 0.48160 left font ',12' textcolor rgb 'black' front
set label '4.9' at screen 0.30687, screen 0.42185 left font ',12' textcolor rgb 'black' front
set label '4.3' at screen 0.28149, screen 0.36211 left font ',12' textcolor rgb 'black' front
set label '1.0' at screen 0.14678, screen 0.30237 left font ',12' textcolor rgb 'black' front
set label '11.4' at screen 0.57754, screen 0.24263 left font ',12' textcolor rgb 'black' front
set label '16.7' at screen 0.79493, screen 0.18289 left font ',12' textcolor rgb 'black' front
set label '4.9' at screen 0.30749, screen 0.12314 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 4.177927494049072 0
1 9.532562255859375 0
2 4.574824810028076 0
3 11.636406898498535 0
4 0.20988082885742188 0
5 6.351014137268066 0
6 12.629327774047852 0
7 4.921375274658203 0
8 4.864969730377197 0
9 4.250425338745117 0
10 0.988795280456543 0
11 11.418758392333984 0
12 16.682376861572266 0
13 4.879944801330566 0
EOD
plot $bars1 using 2:1:3:2:($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 6 fillstyle solid noborder
