set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'truncation.en.svg'
set colorsequence podo
set key off
set label 'Updates cut to their largest singular values, mini' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'test accuracy' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set label 'H / 16' at screen 0.61102, screen 0.84028 center font ',12' textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.88533
set tmargin at screen 0.80556
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [0.882702996290655:72.5045686589311]
set xtics scale 0 nomirror ('1' 1, '2' 2, '4' 4, '8' 8, '16' 16, '64' 64)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label 'rank that is kept' at screen 0.48519, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.86268, screen 0.72805 to screen 0.91033, screen 0.74772 nohead lc 6 lw 1.3 dt solid
set label 'cut' at screen 0.91589, screen 0.74772 left textcolor rgb 'black' front
set arrow from screen 0.86268, screen 0.72805 to screen 0.91033, screen 0.70837 nohead lc 7 lw 1.3 dt solid
set label 'whole' at screen 0.91589, screen 0.70837 left textcolor rgb 'black' front
set arrow from screen 0.88533, screen 0.37188 to screen 0.91033, screen 0.38694 nohead lc rgb 'black' lw 1
set label 'rank 0' at screen 0.91589, screen 0.38694 left textcolor rgb 'black' front
set arrow from screen 0.86268, screen 0.36265 to screen 0.91033, screen 0.34759 nohead lc 4 lw 1.3 dt solid
set label 'base' at screen 0.91589, screen 0.34759 left textcolor rgb 'black' front
$interval1 << EOD
1 0.6097222222222222 0.5051637163291943 0.7022792529465139
2 0.6569444444444444 0.5824429692757082 0.7335165052310456
4 0.8013888888888889 0.7236772016290306 0.8804894650376361
8 0.8694444444444445 0.8283017980399785 0.9074684647066449
16 0.8777777777777778 0.8402777777777777 0.9124999999999998
64 0.8833333333333333 0.8458333333333334 0.9181471415044118
EOD
$reference << EOD
0.882702996290655 0.34722222222222215
72.5045686589311 0.34722222222222215
EOD
$marker1 << EOD
16 0
16 1
EOD
$series1 << EOD
1 0.6097222222222222
2 0.6569444444444444
4 0.8013888888888889
8 0.8694444444444445
16 0.8777777777777778
64 0.8833333333333333
EOD
$series2 << EOD
1 0.8833333333333333
2 0.8833333333333333
4 0.8833333333333333
8 0.8833333333333333
16 0.8833333333333333
64 0.8833333333333333
EOD
$series3 << EOD
1 0.3333333333333333
2 0.3333333333333333
4 0.3333333333333333
8 0.3333333333333333
16 0.3333333333333333
64 0.3333333333333333
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $marker1 using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
