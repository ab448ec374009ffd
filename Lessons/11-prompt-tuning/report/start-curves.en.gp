set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'start-curves.en.svg'
set colorsequence podo
set key off
set label 'Learning from three starts, nano' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'nats of the class, validation' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.04461
set rmargin at screen 0.83594
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-2.2:112.2]
set xtics scale 0 nomirror ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80, '100' 100)
set yrange [0:4]
set ytics scale 0 nomirror ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4)
set label 'step' at screen 0.44028, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.82073, screen 0.43680 to screen 0.86094, screen 0.46348 nohead lc 6 lw 1.3 dt solid
set label 'normal' at screen 0.86650, screen 0.46348 left textcolor rgb 'black' front
set arrow from screen 0.82073, screen 0.41837 to screen 0.86094, screen 0.42413 nohead lc 7 lw 1.3 dt solid
set label 'vocabulary' at screen 0.86650, screen 0.42413 left textcolor rgb 'black' front
set arrow from screen 0.82073, screen 0.40430 to screen 0.86094, screen 0.38478 nohead lc 4 lw 1.3 dt solid
set label 'text' at screen 0.86650, screen 0.38478 left textcolor rgb 'black' front
set arrow from screen 0.83594, screen 0.35835 to screen 0.86094, screen 0.34543 nohead lc rgb 'black' lw 1
set label 'blind guess' at screen 0.86650, screen 0.34543 left textcolor rgb 'black' front
$reference << EOD
-2.2 1.2424533248940008
112.2 1.2424533248940008
EOD
$series1 << EOD
0 2.7325951360092207
37 2.2608997424003783
74 1.8918155466902395
110 1.6913318865716618
EOD
$series2 << EOD
0 3.958999495928086
37 2.345964123620359
74 1.7426697477751376
110 1.5859112457473759
EOD
$series3 << EOD
0 3.982719068575819
37 2.0172765460591755
74 1.6824605669619466
110 1.5054210209993197
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
