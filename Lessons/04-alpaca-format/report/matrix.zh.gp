set encoding utf8
set terminal svg size 720,386 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'matrix.zh.svg'
set colorsequence podo
set key off
set label '用一个模板微调，用另一个提问' at screen 0.01944, screen 0.94041 left font ',17' textcolor rgb 'black' front
set label '正确率' at screen 0.88717, screen 0.86658 left textcolor rgb 'black' front
set label '微调用的模板' at screen 0.01944, screen 0.86658 left textcolor rgb 'black' front
set label 'roles' at screen 0.11519, screen 0.73834 right textcolor rgb 'black' front
set label 'alpaca-zh' at screen 0.11519, screen 0.57254 right textcolor rgb 'black' front
set label 'chatml' at screen 0.11519, screen 0.40674 right textcolor rgb 'black' front
set label '未微调' at screen 0.11519, screen 0.24093 right textcolor rgb 'black' front
set label 'roles' at screen 0.24872, screen 0.11917 center textcolor rgb 'black' front
set label 'alpaca-zh' at screen 0.49632, screen 0.11917 center textcolor rgb 'black' front
set label 'chatml' at screen 0.74392, screen 0.11917 center textcolor rgb 'black' front
set label '提问用的模板' at screen 0.49632, screen 0.04922 center textcolor rgb 'black' front
set lmargin at screen 0.12492
set rmargin at screen 0.86772
set tmargin at screen 0.82124
set bmargin at screen 0.15803
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set border 0
set grid noxtics noytics
set xrange [-0.5:2.5]
set xtics scale 0 nomirror ('' 0)
set yrange [3.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set palette defined (0 '#ffffd9', 0.125 '#edf8b1', 0.25 '#c7e9b4', 0.375 '#7fcdbb', 0.5 '#41b6c4', 0.625 '#1d91c0', 0.75 '#225ea8', 0.875 '#253494', 1 '#081d58')
set cbrange [0:1]
set cbrange [0:1]
set cbtics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set colorbox user origin screen 0.88717, screen 0.15803 size screen 0.02222, screen 0.66321 noborder
set label '62.7%' at screen 0.24872, screen 0.73834 center textcolor rgb '#101010' front
set label '31.8%' at screen 0.49632, screen 0.73834 center textcolor rgb '#101010' front
set label '11.5%' at screen 0.74392, screen 0.73834 center textcolor rgb '#101010' front
set label '24.8%' at screen 0.24872, screen 0.57254 center textcolor rgb '#101010' front
set label '58.9%' at screen 0.49632, screen 0.57254 center textcolor rgb '#101010' front
set label '34.2%' at screen 0.74392, screen 0.57254 center textcolor rgb '#101010' front
set label '43.7%' at screen 0.24872, screen 0.40674 center textcolor rgb '#101010' front
set label '41.4%' at screen 0.49632, screen 0.40674 center textcolor rgb '#101010' front
set label '55.9%' at screen 0.74392, screen 0.40674 center textcolor rgb '#101010' front
set label '0.0%' at screen 0.24872, screen 0.24093 center textcolor rgb '#101010' front
set label '0.0%' at screen 0.49632, screen 0.24093 center textcolor rgb '#101010' front
set label '0.0%' at screen 0.74392, screen 0.24093 center textcolor rgb '#101010' front
$cells << EOD
0 0 0.6272222222222222
1 0 0.31833333333333336
2 0 0.11500000000000002
0 1 0.24833333333333335
1 1 0.5894444444444444
2 1 0.3416666666666667
0 2 0.4372222222222222
1 2 0.41388888888888886
2 2 0.5594444444444445
0 3 0
1 3 0
2 3 0
EOD
plot $cells using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror fillcolor palette fillstyle solid noborder
