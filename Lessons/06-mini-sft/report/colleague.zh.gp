set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'colleague.zh.svg'
set colorsequence podo
set key off
set label '同事的训练' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '每词元 nat' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.06153
set rmargin at screen 0.86667
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-1.2:61.2]
set xtics scale 0 nomirror ('0' 0, '20' 20, '40' 40, '60' 60)
set yrange [0:2]
set ytics scale 0 nomirror ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2)
set label '步' at screen 0.46410, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.85118, screen 0.14584 to screen 0.89167, screen 0.14584 nohead lc 6 lw 1.3 dt solid
set label '留出的行' at screen 0.89722, screen 0.14584 left textcolor rgb 'black' front
$series1 << EOD
0 1.7832943201065063
7 1.410827249288559
14 0.9614593585332235
21 0.49724793434143066
28 0.1619232694307963
35 0.04629027843475342
42 0.021210928757985432
49 0.014827092488606771
56 0.01334683100382487
60 0.013261814912160238
EOD
plot $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9
