set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'heads.zh.svg'
set colorsequence podo
set key off
set label '未经训练的头的均衡准确率' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '头数' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set label '随机猜测' at screen 0.50989, screen 0.84028 center font ',12' textcolor rgb 'black' front
set lmargin at screen 0.05589
set rmargin at screen 0.96389
set tmargin at screen 0.80556
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [0.4168:0.5831999999999999]
set xtics scale 0 nomirror ('45%%' 0.45, '50%%' 0.5, '55%%' 0.55)
set yrange [0:80]
set ytics scale 0 nomirror ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80)
set label '均衡准确率' at screen 0.50989, screen 0.04398 center textcolor rgb 'black' front
$sample1 << EOD
0.42 0.44 2
0.44 0.46 4
0.46 0.48 32
0.48 0.5 54
0.5 0.52 69
0.52 0.54 26
0.54 0.56 8
0.56 0.58 5
EOD
$marker1 << EOD
0.5 0
0.5 80
EOD
plot $sample1 using 1:3:1:2:(0):3 with boxxyerror lc 6 fillstyle solid 0.85 border 6, \
  $marker1 using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5)
