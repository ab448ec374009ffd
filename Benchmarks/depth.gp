set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'depth.svg'
set colorsequence podo
set key off
set label 'Depth of the model' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'share' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.77683
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [0.9281636641701253:12.928754338524172]
set xtics scale 0 nomirror ('1' 1, '2' 2, '4' 4, '6' 6, '8' 8, '12' 12)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label 'blocks' at screen 0.43094, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.76000 to screen 0.80183, screen 0.77434 nohead lc 7 lw 1.3 dt solid
set label 'by the formulas' at screen 0.80739, screen 0.77434 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.74934 to screen 0.80183, screen 0.73499 nohead lc 4 lw 1.3 dt solid
set label 'of time in sgemm' at screen 0.80739, screen 0.73499 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.69039 to screen 0.80183, screen 0.69039 nohead lc 6 lw 1.3 dt solid
set label 'of the roof' at screen 0.80739, screen 0.69039 left textcolor rgb 'black' front
$interval1 << EOD
1 0.7994165043750975 0.7576874599179083 0.824209722503483
2 0.6176862953251244 0.5966454405044986 0.6879006649663443
4 0.7890701320158596 0.7661542907848508 0.828788774195698
6 0.7821678077714882 0.7209050421752664 0.8279042241260672
8 0.7661768239308058 0.732895901243976 0.7749145733787351
12 0.7855981277404229 0.7552485823181984 0.8014080497687319
EOD
$series1 << EOD
1 0.7994165043750975
2 0.6176862953251244
4 0.7890701320158596
6 0.7821678077714882
8 0.7661768239308058
12 0.7855981277404229
EOD
$series2 << EOD
1 0.8865127980852028
2 0.8860115517277076
4 0.885584219983091
6 0.8853933445719563
8 0.8852851982963927
12 0.8851670055173672
EOD
$series3 << EOD
1 0.87622289066061
2 0.7837803879035716
4 0.8808894343194392
6 0.8755819677871935
8 0.8683232253363907
12 0.8699119316792798
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
