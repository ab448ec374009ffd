set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'grid-runs.zh.svg'
set colorsequence podo
set key off
set label '每次训练的测试准确率' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.88079 point pt 5 ps 1.5 lc 6 front
set label '输入端的向量' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.20694, screen 0.88079 point pt 5 ps 1.5 lc 7 front
set label 'LoRA' at screen 0.22500, screen 0.88079 left textcolor rgb 'black' front
set label '训练次数' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set lmargin at screen 0.05589
set rmargin at screen 0.96389
set tmargin at screen 0.78241
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [0.29300000000000004:0.657]
set xtics scale 0 nomirror ('30%%' 0.3, '40%%' 0.4, '50%%' 0.5, '60%%' 0.6)
set yrange [0:15]
set ytics scale 0 nomirror ('0' 0, '5' 5, '10' 10, '15' 15)
set label '准确率' at screen 0.50989, screen 0.04398 center textcolor rgb 'black' front
$sample1 << EOD
0.30000000000000004 0.35000000000000003 5
0.35000000000000003 0.4 5
0.4 0.45 14
0.45 0.5 0
0.5 0.55 0
0.55 0.6000000000000001 0
0.6000000000000001 0.65 0
EOD
$sample2 << EOD
0.30000000000000004 0.35000000000000003 0
0.35000000000000003 0.4 5
0.4 0.45 8
0.45 0.5 4
0.5 0.55 4
0.55 0.6000000000000001 2
0.6000000000000001 0.65 1
EOD
plot $sample1 using 1:3:1:2:(0):3 with boxxyerror lc 6 fillstyle transparent solid 0.4 border 6, \
  $sample2 using 1:3:1:2:(0):3 with boxxyerror lc 7 fillstyle transparent solid 0.4 border 7
