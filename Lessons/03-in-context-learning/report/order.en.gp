set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'order.en.svg'
set colorsequence podo
set key off
set label 'Accuracy of mini after many prompts' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.88079 point pt 5 ps 1.5 lc 6 front
set label 'orders of the same eight' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.32342, screen 0.88079 point pt 5 ps 1.5 lc 7 front
set label 'balances' at screen 0.34147, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.46772, screen 0.88079 point pt 5 ps 1.5 lc 4 front
set label 'one prompt, other reviews' at screen 0.48578, screen 0.88079 left textcolor rgb 'black' front
set label 'prompts' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set lmargin at screen 0.05589
set rmargin at screen 0.96389
set tmargin at screen 0.78241
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [0.6164:0.8036000000000001]
set xtics scale 0 nomirror ('65%%' 0.65, '70%%' 0.7, '75%%' 0.75, '80%%' 0.8)
set yrange [0:12]
set ytics scale 0 nomirror ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10, '12' 12)
set label 'right' at screen 0.50989, screen 0.04398 center textcolor rgb 'black' front
$sample1 << EOD
0.62 0.64 2
0.64 0.66 2
0.66 0.68 1
0.68 0.7000000000000001 1
0.7000000000000001 0.72 4
0.72 0.74 10
0.74 0.76 3
0.76 0.78 4
0.78 0.8 0
EOD
$sample2 << EOD
0.62 0.64 0
0.64 0.66 0
0.66 0.68 0
0.68 0.7000000000000001 0
0.7000000000000001 0.72 11
0.72 0.74 8
0.74 0.76 5
0.76 0.78 3
0.78 0.8 0
EOD
$sample3 << EOD
0.62 0.64 0
0.64 0.66 0
0.66 0.68 0
0.68 0.7000000000000001 0
0.7000000000000001 0.72 7
0.72 0.74 7
0.74 0.76 9
0.76 0.78 3
0.78 0.8 1
EOD
plot $sample1 using 1:3:1:2:(0):3 with boxxyerror lc 6 fillstyle transparent solid 0.4 border 6, \
  $sample2 using 1:3:1:2:(0):3 with boxxyerror lc 7 fillstyle transparent solid 0.4 border 7, \
  $sample3 using 1:3:1:2:(0):3 with boxxyerror lc 4 fillstyle transparent solid 0.4 border 4
