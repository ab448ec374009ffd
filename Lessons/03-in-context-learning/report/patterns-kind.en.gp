set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'patterns-kind.en.svg'
set colorsequence podo
set key off
set label 'The right kind of answer, mini' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'right kind' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.76731
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-0.16:8.16]
set xtics scale 0 nomirror ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label 'examples in the prompt' at screen 0.42618, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.75419, screen 0.84028 to screen 0.79231, screen 0.84028 nohead lc 3 lw 1.3 dt solid
set label 'person to town' at screen 0.79786, screen 0.84028 left textcolor rgb 'black' front
set arrow from screen 0.75419, screen 0.45928 to screen 0.79231, screen 0.45928 nohead lc 8 lw 1.3 dt solid
set label 'Chinese to English' at screen 0.79786, screen 0.45928 left textcolor rgb 'black' front
set arrow from screen 0.75419, screen 0.41612 to screen 0.79231, screen 0.41612 nohead lc 2 lw 1.3 dt solid
set label 'sum' at screen 0.79786, screen 0.41612 left textcolor rgb 'black' front
set arrow from screen 0.75419, screen 0.16567 to screen 0.79231, screen 0.21991 nohead lc 6 lw 1.3 dt solid
set label 'repeat the word' at screen 0.79786, screen 0.21991 left textcolor rgb 'black' front
set arrow from screen 0.75419, screen 0.14120 to screen 0.79231, screen 0.18056 nohead lc 7 lw 1.3 dt solid
set label 'the next number' at screen 0.79786, screen 0.18056 left textcolor rgb 'black' front
set arrow from screen 0.75419, screen 0.14120 to screen 0.79231, screen 0.14120 nohead lc 4 lw 1.3 dt solid
set label 'measure word' at screen 0.79786, screen 0.14120 left textcolor rgb 'black' front
$series1 << EOD
0 0.01
1 0.015
2 0.015
4 0.015
8 0.035
EOD
$series2 << EOD
0 0
1 0
2 0
4 0
8 0
EOD
$series3 << EOD
0 0
1 0
2 0
4 0
8 0
EOD
$series4 << EOD
0 0.29
1 0.685
2 0.43
4 0.46
8 0.455
EOD
$series5 << EOD
0 0
1 0.25842696629213485
2 0.34831460674157305
4 0.29213483146067415
8 0.39325842696629215
EOD
$series6 << EOD
0 1
1 1
2 1
4 1
8 1
EOD
plot $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9, \
  $series5 using 1:2 with linespoints lc 2 lw 2.5 dt (9,4) pt 13 ps 0.9, \
  $series6 using 1:2 with linespoints lc 3 lw 2.5 dt (14,4,4,4,4,4) pt 6 ps 0.9
