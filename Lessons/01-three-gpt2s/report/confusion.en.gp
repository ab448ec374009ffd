set encoding utf8
set terminal svg size 720,258 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'confusion.en.svg'
set colorsequence podo
set key off
set label 'The luckiest untrained head' at screen 0.01944, screen 0.91085 left font ',17' textcolor rgb 'black' front
set label 'actual' at screen 0.01944, screen 0.80039 left textcolor rgb 'black' front
set label 'complaint' at screen 0.11617, screen 0.60853 right textcolor rgb 'black' front
set label 'praise' at screen 0.11617, screen 0.36047 right textcolor rgb 'black' front
set label 'complaint' at screen 0.25783, screen 0.17829 center textcolor rgb 'black' front
set label 'praise' at screen 0.52172, screen 0.17829 center textcolor rgb 'black' front
set label 'predicted' at screen 0.38978, screen 0.07364 center textcolor rgb 'black' front
set lmargin at screen 0.12589
set rmargin at screen 0.65367
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
set label '332' at screen 0.25783, screen 0.64341 center textcolor rgb '#101010' front
set label '55.3%' at screen 0.25783, screen 0.57364 center textcolor rgb '#101010' front
set label '268' at screen 0.52172, screen 0.64341 center textcolor rgb '#101010' front
set label '44.7%' at screen 0.52172, screen 0.57364 center textcolor rgb '#101010' front
set label '148' at screen 0.25783, screen 0.39535 center textcolor rgb '#101010' front
set label '24.7%' at screen 0.25783, screen 0.32558 center textcolor rgb '#101010' front
set label '452' at screen 0.52172, screen 0.39535 center textcolor rgb '#ffffff' front
set label '75.3%' at screen 0.52172, screen 0.32558 center textcolor rgb '#ffffff' front
$cells << EOD
0 0 0.5533333333333333
1 0 0.44666666666666666
0 1 0.24666666666666667
1 1 0.7533333333333333
EOD
plot $cells using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror fillcolor palette fillstyle solid noborder
