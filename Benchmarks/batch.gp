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
set arrow from screen 0.75725, screen 0.80825 to screen 0.80183, screen 0.81190 nohead lc 7 lw 1.3 dt solid
set label 'by the formulas' at screen 0.80739, screen 0.81190 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.77619 to screen 0.80183, screen 0.77255 nohead lc 4 lw 1.3 dt solid
set label 'of time in sgemm' at screen 0.80739, screen 0.77255 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.69045 to screen 0.80183, screen 0.69045 nohead lc 6 lw 1.3 dt solid
set label 'of the roof' at screen 0.80739, screen 0.69045 left textcolor rgb 'black' front
$interval1 << EOD
1 0.5105181593176388 0.4573252749842641 0.5249964478812625
2 0.5855292178075722 0.5331678126004323 0.5964722671970316
4 0.6645548311076195 0.6256338104588003 0.6687154064498928
8 0.7391912505981888 0.6637799751535689 0.7965315075362392
16 0.7512287448340749 0.7397321264045407 0.7568885286743513
32 0.7258826807514311 0.7101812230092591 0.7679714475038761
64 0.7856819395284513 0.7576964670088662 0.798726065449737
EOD
$series1 << EOD
1 0.5105181593176388
2 0.5855292178075722
4 0.6645548311076195
8 0.7391912505981888
16 0.7512287448340749
32 0.7258826807514311
64 0.7856819395284513
EOD
$series2 << EOD
1 0.8001943833125029
2 0.8716460139623337
4 0.9123805396544648
8 0.9342096928459551
16 0.9455207169632246
32 0.9512795665027748
64 0.9541853780447189
EOD
$series3 << EOD
1 0.7672819318543327
2 0.8118630454375031
4 0.8505928281174963
8 0.8972908829973218
16 0.8874885188315952
32 0.8784079321275569
64 0.9083284674648039
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
