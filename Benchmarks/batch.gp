set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'batch.svg'
set colorsequence podo
set key off
set label 'Rows in a batch' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'share' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.77683
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [0.882702996290655:72.5045686589311]
set xtics scale 0 nomirror ('1' 1, '2' 2, '4' 4, '8' 8, '16' 16, '32' 32, '64' 64)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label 'rows' at screen 0.43094, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.77233 to screen 0.80183, screen 0.78961 nohead lc 7 lw 1.3 dt solid
set label 'by the formulas' at screen 0.80739, screen 0.78961 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.76754 to screen 0.80183, screen 0.75026 nohead lc 4 lw 1.3 dt solid
set label 'of time in sgemm' at screen 0.80739, screen 0.75026 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.70829 to screen 0.80183, screen 0.70829 nohead lc 6 lw 1.3 dt solid
set label 'of the roof' at screen 0.80739, screen 0.70829 left textcolor rgb 'black' front
$interval1 << EOD
1 0.4655517578824749 0.395592402012086 0.4691347908384978
2 0.5014820329353936 0.42500883828154906 0.5571015321621373
4 0.670495357455857 0.6655038340658023 0.7616588075115693
8 0.7658156257028076 0.7597546266023356 0.767342092206471
16 0.7890701320158596 0.7661542907848508 0.828788774195698
32 0.7963708814278987 0.728884343165272 0.8039182906935761
64 0.8111946171450503 0.7936268351068035 0.831369488189943
EOD
$series1 << EOD
1 0.4655517578824749
2 0.5014820329353936
4 0.670495357455857
8 0.7658156257028076
16 0.7890701320158596
32 0.7963708814278987
64 0.8111946171450503
EOD
$series2 << EOD
1 0.6410680871380388
2 0.7517718660757855
4 0.822816500665761
8 0.8636239941740683
16 0.885584219983091
32 0.8969885294908181
64 0.9028015442228149
EOD
$series3 << EOD
1 0.6674899507333228
2 0.69580722275902
4 0.8134058610761593
8 0.8602549383954003
16 0.8808894343194392
32 0.8841384354028254
64 0.8959500818585504
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
