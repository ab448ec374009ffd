set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'colleague-answer.zh.svg'
set colorsequence podo
set key off
set label '同一次训练，问陌生人' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '每词元 nat' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.06153
set rmargin at screen 0.75000
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-1.2:61.2]
set xtics scale 0 nomirror ('0' 0, '20' 20, '40' 40, '60' 60)
set yrange [0:2.5]
set ytics scale 0 nomirror ('0.0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2, '2.5' 2.5)
set label '步' at screen 0.40576, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.73676, screen 0.82466 to screen 0.77500, screen 0.82466 nohead lc 7 lw 1.3 dt solid
set label '哪一行都没有写到的人' at screen 0.78056, screen 0.82466 left textcolor rgb 'black' front
set arrow from screen 0.73676, screen 0.14491 to screen 0.77500, screen 0.14491 nohead lc 6 lw 1.3 dt solid
set label '留出的行' at screen 0.78056, screen 0.14491 left textcolor rgb 'black' front
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
$series2 << EOD
0 1.7215152382850647
7 1.5669712920983632
14 1.7161752978960674
21 1.8724814852078755
28 2.069277415672938
35 2.330730676651001
42 2.3513468205928802
49 2.4256695806980133
56 2.44328311085701
60 2.4441589017709098
EOD
plot $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9
