set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'encoder.en.svg'
set colorsequence podo
set key off
set label 'Vectors, and vectors out of a network, nano' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'nats of the class, validation' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.07281
set rmargin at screen 0.75447
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [35.54:111.46]
set xtics scale 0 nomirror ('40' 40, '60' 60, '80' 80, '100' 100)
set yrange [1:2.75]
set ytics scale 0 nomirror ('1.00' 1, '1.25' 1.25, '1.50' 1.5, '1.75' 1.75, '2.00' 2, '2.25' 2.25, '2.50' 2.5, '2.75' 2.75)
set label 'step' at screen 0.41364, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.74136, screen 0.49489 to screen 0.77947, screen 0.49489 nohead lc 4 lw 1.3 dt solid
set label 'out of a network' at screen 0.78503, screen 0.49489 left textcolor rgb 'black' front
set arrow from screen 0.74136, screen 0.41737 to screen 0.77947, screen 0.41737 nohead lc 7 lw 1.3 dt solid
set label 'vectors from N(0, 1)' at screen 0.78503, screen 0.41737 left textcolor rgb 'black' front
set arrow from screen 0.74136, screen 0.34310 to screen 0.77947, screen 0.34310 nohead lc 6 lw 1.3 dt solid
set label 'vectors from text' at screen 0.78503, screen 0.34310 left textcolor rgb 'black' front
set arrow from screen 0.75447, screen 0.23806 to screen 0.77947, screen 0.23806 nohead lc rgb 'black' lw 1
set label 'blind guess' at screen 0.78503, screen 0.23806 left textcolor rgb 'black' front
$reference << EOD
35.54 1.2424533248940008
111.46 1.2424533248940008
EOD
$series1 << EOD
37 2.0172765460591755
74 1.6824605669619466
110 1.5054210209993197
EOD
$series2 << EOD
37 2.2608997424003783
74 1.8918155466902395
110 1.6913318865716618
EOD
$series3 << EOD
37 2.59227663146517
74 2.19386064832698
110 1.8853772491875713
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
