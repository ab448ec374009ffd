set encoding utf8
set terminal svg size 720,386 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'attention-after.en.svg'
set colorsequence podo
set key off
set label 'Begun from words, after training' at screen 0.01944, screen 0.94041 left font ',17' textcolor rgb 'black' front
set label 'attention to the prefix' at screen 0.77522, screen 0.86658 left textcolor rgb 'black' front
set label 'layer' at screen 0.01944, screen 0.86658 left textcolor rgb 'black' front
set label '1' at screen 0.03489, screen 0.73834 right textcolor rgb 'black' front
set label '2' at screen 0.03489, screen 0.57254 right textcolor rgb 'black' front
set label '3' at screen 0.03489, screen 0.40674 right textcolor rgb 'black' front
set label '4' at screen 0.03489, screen 0.24093 right textcolor rgb 'black' front
set label '1' at screen 0.14750, screen 0.11917 center textcolor rgb 'black' front
set label '2' at screen 0.35328, screen 0.11917 center textcolor rgb 'black' front
set label '3' at screen 0.55906, screen 0.11917 center textcolor rgb 'black' front
set label '4' at screen 0.76483, screen 0.11917 center textcolor rgb 'black' front
set label 'head' at screen 0.45617, screen 0.04922 center textcolor rgb 'black' front
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
set label '15.0%' at screen 0.14750, screen 0.73834 center textcolor rgb '#101010' front
set label '55.5%' at screen 0.35328, screen 0.73834 center textcolor rgb '#101010' front
set label '4.2%' at screen 0.55906, screen 0.73834 center textcolor rgb '#101010' front
set label '29.1%' at screen 0.76483, screen 0.73834 center textcolor rgb '#101010' front
set label '93.7%' at screen 0.14750, screen 0.57254 center textcolor rgb '#ffffff' front
set label '15.4%' at screen 0.35328, screen 0.57254 center textcolor rgb '#101010' front
set label '69.0%' at screen 0.55906, screen 0.57254 center textcolor rgb '#ffffff' front
set label '99.9%' at screen 0.76483, screen 0.57254 center textcolor rgb '#ffffff' front
set label '25.3%' at screen 0.14750, screen 0.40674 center textcolor rgb '#101010' front
set label '98.7%' at screen 0.35328, screen 0.40674 center textcolor rgb '#ffffff' front
set label '99.4%' at screen 0.55906, screen 0.40674 center textcolor rgb '#ffffff' front
set label '58.9%' at screen 0.76483, screen 0.40674 center textcolor rgb '#101010' front
set label '66.4%' at screen 0.14750, screen 0.24093 center textcolor rgb '#101010' front
set label '94.8%' at screen 0.35328, screen 0.24093 center textcolor rgb '#ffffff' front
set label '81.8%' at screen 0.55906, screen 0.24093 center textcolor rgb '#ffffff' front
set label '98.6%' at screen 0.76483, screen 0.24093 center textcolor rgb '#ffffff' front
$cells << EOD
0 0 0.15026313198000843
1 0 0.5546509462075235
2 0 0.04164601064722579
3 0 0.29131911394263926
0 1 0.9372963190809361
1 1 0.15369602725353346
2 1 0.6903300943880559
3 1 0.9985346143827073
0 2 0.25349324505800847
1 2 0.9874996540735247
2 2 0.9935745695359941
3 2 0.5893448357769431
0 3 0.6637624930644357
1 3 0.9483930187562009
2 3 0.8178821317824823
3 3 0.9857899716314984
EOD
plot $cells using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror fillcolor palette fillstyle solid noborder
