set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'heads.zh.svg'
set colorsequence podo
set key off
set label '未经训练的头的均衡准确率' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '头数' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set label '随机猜测' at screen 0.53557, screen 0.84028 center font ',12' textcolor rgb 'black' front
set lmargin at screen 0.05589
set rmargin at screen 0.96389
set tmargin at screen 0.80556
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [0.31320000000000003:0.6668000000000001]
set xtics scale 0 nomirror ('40%%' 0.4, '50%%' 0.5, '60%%' 0.6)
set yrange [0:50]
set ytics scale 0 nomirror ('0' 0, '10' 10, '20' 20, '30' 30, '40' 40, '50' 50)
set label '均衡准确率' at screen 0.50989, screen 0.04398 center textcolor rgb 'black' front
$sample1 << EOD
0.32 0.34 1
0.34 0.36 2
0.36 0.38 3
0.38 0.4 1
0.4 0.42 7
0.42 0.44 9
0.44 0.46 10
0.46 0.48 23
0.48 0.5 47
0.5 0.52 45
0.52 0.54 20
0.54 0.56 10
0.56 0.58 7
0.58 0.6 5
0.6 0.62 5
0.62 0.64 3
0.64 0.66 2
EOD
$marker1 << EOD
0.5 0
0.5 50
EOD
plot $sample1 using 1:3:1:2:(0):3 with boxxyerror lc 6 fillstyle solid 0.85 border 6, \
  $marker1 using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5)
