set encoding utf8
set terminal svg size 720,386 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'attention-before.zh.svg'
set colorsequence podo
set key off
set label '从词句出发，训练前' at screen 0.01944, screen 0.94041 left font ',17' textcolor rgb 'black' front
set label '落在前缀上的注意力' at screen 0.80556, screen 0.86658 left textcolor rgb 'black' front
set label '块' at screen 0.01944, screen 0.86658 left textcolor rgb 'black' front
set label '1' at screen 0.03489, screen 0.73834 right textcolor rgb 'black' front
set label '2' at screen 0.03489, screen 0.57254 right textcolor rgb 'black' front
set label '3' at screen 0.03489, screen 0.40674 right textcolor rgb 'black' front
set label '4' at screen 0.03489, screen 0.24093 right textcolor rgb 'black' front
set label '1' at screen 0.14750, screen 0.11917 center textcolor rgb 'black' front
set label '2' at screen 0.35328, screen 0.11917 center textcolor rgb 'black' front
set label '3' at screen 0.55906, screen 0.11917 center textcolor rgb 'black' front
set label '4' at screen 0.76483, screen 0.11917 center textcolor rgb 'black' front
set label '头' at screen 0.45617, screen 0.04922 center textcolor rgb 'black' front
set lmargin at screen 0.04461
set rmargin at screen 0.86772
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
set cbrange [0:1]
set cbrange [0:1]
set cbtics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set colorbox user origin screen 0.88717, screen 0.15803 size screen 0.02222, screen 0.66321 noborder
set label '1.7%' at screen 0.14750, screen 0.73834 center textcolor rgb '#101010' front
set label '1.4%' at screen 0.35328, screen 0.73834 center textcolor rgb '#101010' front
set label '0.9%' at screen 0.55906, screen 0.73834 center textcolor rgb '#101010' front
set label '19.4%' at screen 0.76483, screen 0.73834 center textcolor rgb '#101010' front
set label '2.1%' at screen 0.14750, screen 0.57254 center textcolor rgb '#101010' front
set label '0.1%' at screen 0.35328, screen 0.57254 center textcolor rgb '#101010' front
set label '0.2%' at screen 0.55906, screen 0.57254 center textcolor rgb '#101010' front
set label '1.9%' at screen 0.76483, screen 0.57254 center textcolor rgb '#101010' front
set label '0.6%' at screen 0.14750, screen 0.40674 center textcolor rgb '#101010' front
set label '4.4%' at screen 0.35328, screen 0.40674 center textcolor rgb '#101010' front
set label '0.8%' at screen 0.55906, screen 0.40674 center textcolor rgb '#101010' front
set label '1.0%' at screen 0.76483, screen 0.40674 center textcolor rgb '#101010' front
set label '1.1%' at screen 0.14750, screen 0.24093 center textcolor rgb '#101010' front
set label '2.1%' at screen 0.35328, screen 0.24093 center textcolor rgb '#101010' front
set label '0.2%' at screen 0.55906, screen 0.24093 center textcolor rgb '#101010' front
set label '5.1%' at screen 0.76483, screen 0.24093 center textcolor rgb '#101010' front
$cells << EOD
0 0 0.01737906656906792
1 0 0.01389355602568306
2 0 0.00939204429035101
3 0 0.19420327782669725
0 1 0.02145202755751067
1 1 0.0013257782030967984
2 1 0.0021595759389164693
3 1 0.01872592633177798
0 2 0.006218448212363133
1 2 0.04355804888162614
2 2 0.008454167436618793
3 2 0.009848397511622883
0 3 0.011029706526301197
1 3 0.020654267042345964
2 3 0.0021383093425223856
3 3 0.05149720651237052
EOD
plot $cells using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror fillcolor palette fillstyle solid noborder
