set encoding utf8
set terminal svg size 720,258 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'map.zh.svg'
set colorsequence podo
set key off
set label '适配器加上了什么，mini' at screen 0.01944, screen 0.91085 left font ',17' textcolor rgb 'black' front
set label '改变的长度与支路输出长度之比' at screen 0.70833, screen 0.80039 left textcolor rgb 'black' front
set label '位置' at screen 0.01944, screen 0.80039 left textcolor rgb 'black' front
set label '注意力之后' at screen 0.14028, screen 0.60853 right textcolor rgb 'black' front
set label '前馈网络之后' at screen 0.14028, screen 0.36047 right textcolor rgb 'black' front
set label '0' at screen 0.24266, screen 0.17829 center textcolor rgb 'black' front
set label '1' at screen 0.42797, screen 0.17829 center textcolor rgb 'black' front
set label '2' at screen 0.61328, screen 0.17829 center textcolor rgb 'black' front
set label '3' at screen 0.79859, screen 0.17829 center textcolor rgb 'black' front
set label '块' at screen 0.52063, screen 0.07364 center textcolor rgb 'black' front
set lmargin at screen 0.15000
set rmargin at screen 0.89125
set tmargin at screen 0.73256
set bmargin at screen 0.23643
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set border 0
set grid noxtics noytics
set xrange [-0.5:3.5]
set xtics scale 0 nomirror ('' 0)
set yrange [1.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set palette defined (0 '#ffffd9', 0.125 '#edf8b1', 0.25 '#c7e9b4', 0.375 '#7fcdbb', 0.5 '#41b6c4', 0.625 '#1d91c0', 0.75 '#225ea8', 0.875 '#253494', 1 '#081d58')
set cbrange [0.07269246097544663:0.6334281214772216]
set cbrange [0.07269246097544663:0.6334281214772216]
set cbtics scale 0 nomirror ('0.1' 0.1, '0.2' 0.2, '0.3' 0.3, '0.4' 0.4, '0.5' 0.5, '0.6' 0.6)
set colorbox user origin screen 0.91069, screen 0.23643 size screen 0.02222, screen 0.49612 noborder
set label '0.562' at screen 0.24266, screen 0.60853 center textcolor rgb '#ffffff' front
set label '0.073' at screen 0.42797, screen 0.60853 center textcolor rgb '#101010' front
set label '0.127' at screen 0.61328, screen 0.60853 center textcolor rgb '#101010' front
set label '0.420' at screen 0.79859, screen 0.60853 center textcolor rgb '#101010' front
set label '0.190' at screen 0.24266, screen 0.36047 center textcolor rgb '#101010' front
set label '0.289' at screen 0.42797, screen 0.36047 center textcolor rgb '#101010' front
set label '0.633' at screen 0.61328, screen 0.36047 center textcolor rgb '#ffffff' front
set label '0.533' at screen 0.79859, screen 0.36047 center textcolor rgb '#ffffff' front
$cells << EOD
0 0 0.561589368714745
1 0 0.07269246097544663
2 0 0.1267769765692436
3 0 0.41972622953099653
0 1 0.1903490812954322
1 1 0.2889158339697208
2 1 0.6334281214772216
3 1 0.5331043731069067
EOD
plot $cells using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror fillcolor palette fillstyle solid noborder
