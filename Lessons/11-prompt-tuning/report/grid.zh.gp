set encoding utf8
set terminal svg size 720,386 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'grid.zh.svg'
set colorsequence podo
set key off
set label '各种初始化和学习率的平均测试准确率' at screen 0.01944, screen 0.94041 left font ',17' textcolor rgb 'black' front
set label '准确率' at screen 0.89844, screen 0.86658 left textcolor rgb 'black' front
set label '初始化' at screen 0.01944, screen 0.86658 left textcolor rgb 'black' front
set label '正态分布' at screen 0.10139, screen 0.73834 right textcolor rgb 'black' front
set label '随机词元' at screen 0.10139, screen 0.57254 right textcolor rgb 'black' front
set label '文字' at screen 0.10139, screen 0.40674 right textcolor rgb 'black' front
set label 'LoRA' at screen 0.10139, screen 0.24093 right textcolor rgb 'black' front
set label '0.01 · 0.003' at screen 0.20710, screen 0.11917 center textcolor rgb 'black' front
set label '0.03 · 0.01' at screen 0.39907, screen 0.11917 center textcolor rgb 'black' front
set label '0.1 · 0.03' at screen 0.59104, screen 0.11917 center textcolor rgb 'black' front
set label '0.3 · 0.1' at screen 0.78301, screen 0.11917 center textcolor rgb 'black' front
set label '学习率：向量 · LoRA' at screen 0.49506, screen 0.04922 center textcolor rgb 'black' front
set lmargin at screen 0.11111
set rmargin at screen 0.87900
set tmargin at screen 0.82124
set bmargin at screen 0.15803
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set border 0
set grid noxtics noytics
set xrange [-0.5:3.5]
set xtics scale 0 nomirror ('' 0)
set yrange [3.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set palette defined (0 '#ffffd9', 0.125 '#edf8b1', 0.25 '#c7e9b4', 0.375 '#7fcdbb', 0.5 '#41b6c4', 0.625 '#1d91c0', 0.75 '#225ea8', 0.875 '#253494', 1 '#081d58')
set cbrange [0.33125:0.5499999999999999]
set cbrange [0.33125:0.5499999999999999]
set cbtics scale 0 nomirror ('35%%' 0.35, '40%%' 0.4, '45%%' 0.45, '50%%' 0.5, '55%%' 0.55)
set colorbox user origin screen 0.89844, screen 0.15803 size screen 0.02222, screen 0.66321 noborder
set label '33.1%' at screen 0.20710, screen 0.73834 center textcolor rgb '#101010' front
set label '33.1%' at screen 0.39907, screen 0.73834 center textcolor rgb '#101010' front
set label '41.0%' at screen 0.59104, screen 0.73834 center textcolor rgb '#101010' front
set label '41.2%' at screen 0.78301, screen 0.73834 center textcolor rgb '#101010' front
set label '34.2%' at screen 0.20710, screen 0.57254 center textcolor rgb '#101010' front
set label '41.0%' at screen 0.39907, screen 0.57254 center textcolor rgb '#101010' front
set label '40.0%' at screen 0.59104, screen 0.57254 center textcolor rgb '#101010' front
set label '40.8%' at screen 0.78301, screen 0.57254 center textcolor rgb '#101010' front
set label '36.7%' at screen 0.20710, screen 0.40674 center textcolor rgb '#101010' front
set label '39.0%' at screen 0.39907, screen 0.40674 center textcolor rgb '#101010' front
set label '40.8%' at screen 0.59104, screen 0.40674 center textcolor rgb '#101010' front
set label '40.6%' at screen 0.78301, screen 0.40674 center textcolor rgb '#101010' front
set label '43.6%' at screen 0.20710, screen 0.24093 center textcolor rgb '#101010' front
set label '55.0%' at screen 0.39907, screen 0.24093 center textcolor rgb '#ffffff' front
set label '47.5%' at screen 0.59104, screen 0.24093 center textcolor rgb '#101010' front
set label '38.0%' at screen 0.78301, screen 0.24093 center textcolor rgb '#101010' front
$cells << EOD
0 0 0.33125000000000004
1 0 0.33125
2 0 0.41041666666666665
3 0 0.4125
0 1 0.3416666666666667
1 1 0.41041666666666665
2 1 0.4
3 1 0.4083333333333333
0 2 0.3666666666666667
1 2 0.38958333333333334
2 2 0.4083333333333333
3 2 0.40625
0 3 0.4361111111111111
1 3 0.5499999999999999
2 3 0.47500000000000003
3 3 0.37986111111111115
EOD
plot $cells using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror fillcolor palette fillstyle solid noborder
