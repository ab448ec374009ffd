set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'looks.en.svg'
set colorsequence podo
set key off
set label 'Look by look' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'validation accuracy' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.07378
set rmargin at screen 0.87872
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [18.8:81.2]
set xtics scale 0 nomirror ('20' 20, '40' 40, '60' 60, '80' 80)
set yrange [0.30000000000000004:0.9]
set ytics scale 0 nomirror ('30%%' 0.3, '40%%' 0.4, '50%%' 0.5, '60%%' 0.6, '70%%' 0.7, '80%%' 0.8, '90%%' 0.9)
set label 'step' at screen 0.47625, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.86324, screen 0.73671 to screen 0.90372, screen 0.73697 nohead lc 7 lw 1.3 dt solid
set label 'freeze' at screen 0.90928, screen 0.73697 left textcolor rgb 'black' front
set arrow from screen 0.86324, screen 0.69787 to screen 0.90372, screen 0.69762 nohead lc 6 lw 1.3 dt solid
set label 'full' at screen 0.90928, screen 0.69762 left textcolor rgb 'black' front
set arrow from screen 0.86324, screen 0.49721 to screen 0.90372, screen 0.49721 nohead lc 4 lw 1.3 dt solid
set label 'LoRA' at screen 0.90928, screen 0.49721 left textcolor rgb 'black' front
set arrow from screen 0.86324, screen 0.26904 to screen 0.90372, screen 0.28872 nohead lc 2 lw 1.3 dt solid
set label 'prompt' at screen 0.90928, screen 0.28872 left textcolor rgb 'black' front
set arrow from screen 0.86324, screen 0.26904 to screen 0.90372, screen 0.24937 nohead lc 8 lw 1.3 dt solid
set label 'prefix' at screen 0.90928, screen 0.24937 left textcolor rgb 'black' front
$series1 << EOD
20 0.5055555555555555
40 0.6847222222222221
60 0.7472222222222223
80 0.7777777777777779
EOD
$series2 << EOD
20 0.6319444444444444
40 0.7458333333333333
60 0.7625
80 0.8111111111111112
EOD
$series3 << EOD
20 0.3888888888888889
40 0.49861111111111106
60 0.5638888888888889
80 0.6055555555555555
EOD
$series4 << EOD
20 0.3763888888888889
40 0.39861111111111114
60 0.4125
80 0.40972222222222215
EOD
$series5 << EOD
20 0.38472222222222224
40 0.40138888888888885
60 0.4013888888888889
80 0.4097222222222222
EOD
plot $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9, \
  $series5 using 1:2 with linespoints lc 2 lw 2.5 dt (9,4) pt 13 ps 0.9
