set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'lengths.zh.svg'
set colorsequence podo
set key off
set label '指令语料的行长' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.88079 point pt 5 ps 1.5 lc 6 front
set label 'roles' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.13675, screen 0.88079 point pt 5 ps 1.5 lc 7 front
set label 'alpaca' at screen 0.15481, screen 0.88079 left textcolor rgb 'black' front
set label '行数' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set label '上下文' at screen 0.94697, screen 0.78241 center font ',12' textcolor rgb 'black' front
set lmargin at screen 0.08408
set rmargin at screen 0.96389
set tmargin at screen 0.74769
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [9.65:521.85]
set xtics scale 0 nomirror ('100' 100, '200' 200, '300' 300, '400' 400, '500' 500)
set yrange [0:2000]
set ytics scale 0 nomirror ('0' 0, '500' 500, '1,000' 1000, '1,500' 1500, '2,000' 2000)
set label '一行的词元数' at screen 0.52399, screen 0.04398 center textcolor rgb 'black' front
$sample1 << EOD
19.5 39.5 1899
39.5 59.5 1148
59.5 79.5 429
79.5 99.5 242
99.5 119.5 102
119.5 139.5 62
139.5 159.5 54
159.5 179.5 48
179.5 199.5 7
199.5 219.5 7
219.5 239.5 2
239.5 259.5 0
259.5 279.5 0
279.5 299.5 0
299.5 319.5 0
319.5 339.5 0
339.5 359.5 0
EOD
$sample2 << EOD
19.5 39.5 0
39.5 59.5 0
59.5 79.5 0
79.5 99.5 857
99.5 119.5 853
119.5 139.5 303
139.5 159.5 902
159.5 179.5 479
179.5 199.5 292
199.5 219.5 123
219.5 239.5 73
239.5 259.5 49
259.5 279.5 33
279.5 299.5 27
299.5 319.5 5
319.5 339.5 3
339.5 359.5 1
EOD
$marker1 << EOD
512 0
512 2000
EOD
plot $sample1 using 1:3:1:2:(0):3 with boxxyerror lc 6 fillstyle transparent solid 0.4 border 6, \
  $sample2 using 1:3:1:2:(0):3 with boxxyerror lc 7 fillstyle transparent solid 0.4 border 7, \
  $marker1 using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5)
