set encoding utf8
set terminal svg size 720,258 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'confusion.zh.svg'
set colorsequence podo
set key off
set label '手写：一个分类器' at screen 0.01944, screen 0.91085 left font ',17' textcolor rgb 'black' front
set label '实际' at screen 0.01944, screen 0.80039 left textcolor rgb 'black' front
set label '抱怨' at screen 0.06250, screen 0.60853 right textcolor rgb 'black' front
set label '夸奖' at screen 0.06250, screen 0.36047 right textcolor rgb 'black' front
set label '抱怨' at screen 0.20417, screen 0.17829 center textcolor rgb 'black' front
set label '夸奖' at screen 0.46806, screen 0.17829 center textcolor rgb 'black' front
set label '判为' at screen 0.33611, screen 0.07364 center textcolor rgb 'black' front
set lmargin at screen 0.07222
set rmargin at screen 0.60000
set tmargin at screen 0.73256
set bmargin at screen 0.23643
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set border 0
set grid noxtics noytics
set xrange [-0.5:1.5]
set xtics scale 0 nomirror ('' 0)
set yrange [1.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set palette defined (0 '#ffffd9', 0.125 '#edf8b1', 0.25 '#c7e9b4', 0.375 '#7fcdbb', 0.5 '#41b6c4', 0.625 '#1d91c0', 0.75 '#225ea8', 0.875 '#253494', 1 '#081d58')
set cbrange [0:1]
unset colorbox
set label '278' at screen 0.20417, screen 0.64341 center textcolor rgb '#ffffff' front
set label '77.2%' at screen 0.20417, screen 0.57364 center textcolor rgb '#ffffff' front
set label '82' at screen 0.46806, screen 0.64341 center textcolor rgb '#101010' front
set label '22.8%' at screen 0.46806, screen 0.57364 center textcolor rgb '#101010' front
set label '88' at screen 0.20417, screen 0.39535 center textcolor rgb '#101010' front
set label '24.4%' at screen 0.20417, screen 0.32558 center textcolor rgb '#101010' front
set label '272' at screen 0.46806, screen 0.39535 center textcolor rgb '#ffffff' front
set label '75.6%' at screen 0.46806, screen 0.32558 center textcolor rgb '#ffffff' front
$cells << EOD
0 0 0.7722222222222223
1 0 0.22777777777777777
0 1 0.24444444444444444
1 1 0.7555555555555555
EOD
plot $cells using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror fillcolor palette fillstyle solid noborder
