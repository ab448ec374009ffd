set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'reviews-nano.en.svg'
set colorsequence podo
set key off
set label 'Reviews, nano' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'right' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.07378
set rmargin at screen 0.71869
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-0.16:8.16]
set xtics scale 0 nomirror ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8)
set yrange [0.4:0.9]
set ytics scale 0 nomirror ('40%%' 0.4, '50%%' 0.5, '60%%' 0.6, '70%%' 0.7, '80%%' 0.8, '90%%' 0.9)
set label 'examples in the prompt' at screen 0.39624, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.70629, screen 0.59560 to screen 0.74369, screen 0.62009 nohead lc 4 lw 1.3 dt solid
set label 'random answers' at screen 0.74925, screen 0.62009 left textcolor rgb 'black' front
set arrow from screen 0.70629, screen 0.58512 to screen 0.74369, screen 0.58074 nohead lc 6 lw 1.3 dt solid
set label 'calibrated' at screen 0.74925, screen 0.58074 left textcolor rgb 'black' front
set arrow from screen 0.70629, screen 0.54589 to screen 0.74369, screen 0.54138 nohead lc 7 lw 1.3 dt solid
set label 'as it is' at screen 0.74925, screen 0.54138 left textcolor rgb 'black' front
set arrow from screen 0.70629, screen 0.49734 to screen 0.74369, screen 0.50203 nohead lc 8 lw 1.3 dt solid
set label 'another task' at screen 0.74925, screen 0.50203 left textcolor rgb 'black' front
set arrow from screen 0.70629, screen 0.48297 to screen 0.74369, screen 0.46268 nohead lc 3 lw 1.3 dt solid
set label 'bag of words, 128 rows' at screen 0.74925, screen 0.46268 left textcolor rgb 'black' front
set arrow from screen 0.70629, screen 0.31869 to screen 0.74369, screen 0.31953 nohead lc 2 lw 1.3 dt solid
set label 'bag of words' at screen 0.74925, screen 0.31953 left textcolor rgb 'black' front
set arrow from screen 0.71869, screen 0.28102 to screen 0.74369, screen 0.28018 nohead lc rgb 'black' lw 1
set label 'chance' at screen 0.74925, screen 0.28018 left textcolor rgb 'black' front
$interval1 << EOD
0 0.7861111111111112 0.7444444444444441 0.8277777777777775
1 0.6838888888888889 0.6179187888985809 0.7450024083602261
2 0.6691666666666667 0.6051822108964485 0.7323540338406737
4 0.6702777777777779 0.6059784505998939 0.7304904294800598
8 0.7174999999999999 0.6594741746755834 0.765975903921597
EOD
$reference << EOD
-0.16 0.5
8.16 0.5
EOD
$series1 << EOD
0 0.7861111111111112
1 0.6838888888888889
2 0.6691666666666667
4 0.6702777777777779
8 0.7174999999999999
EOD
$series2 << EOD
0 0.7805555555555557
1 0.6880555555555554
2 0.6930555555555556
4 0.6527777777777778
8 0.6894444444444445
EOD
$series3 << EOD
0 0.7861111111111112
1 0.7224999999999999
2 0.6919444444444445
4 0.68
8 0.7249999999999999
EOD
$series4 << EOD
0 0.7861111111111112
1 0.7683333333333333
2 0.7536111111111111
4 0.7169444444444444
8 0.6547222222222222
EOD
$series5 << EOD
2 0.5211111111111111
4 0.5288888888888887
8 0.5269444444444444
EOD
$series6 << EOD
0 0.6444444444444445
8 0.6444444444444445
EOD
plot $interval1 using 1:3:4 with filledcurves lc 6 fillstyle transparent solid 0.18 noborder, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9, \
  $series5 using 1:2 with linespoints lc 2 lw 2.5 dt (9,4) pt 13 ps 0.9, \
  $series6 using 1:2 with linespoints lc 3 lw 2.5 dt (14,4,4,4,4,4) pt 6 ps 0.9
