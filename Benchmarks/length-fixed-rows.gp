set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'length-fixed-rows.svg'
set colorsequence podo
set key off
set label 'Length of rows, the same rows in a batch' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'share' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.77683
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [14.12324794065048:1160.0730985428977]
set xtics scale 0 nomirror ('16' 16, '32' 32, '64' 64, '128' 128, '256' 256, '512' 512, '1,024' 1024)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label 'tokens a row' at screen 0.43094, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.81511 to screen 0.80183, screen 0.81511 nohead lc 7 lw 1.3 dt solid
set label 'by the formulas' at screen 0.80739, screen 0.81511 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.77411 to screen 0.80183, screen 0.77411 nohead lc 4 lw 1.3 dt solid
set label 'of time in sgemm' at screen 0.80739, screen 0.77411 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.66769 to screen 0.80183, screen 0.66769 nohead lc 6 lw 1.3 dt solid
set label 'of the roof' at screen 0.80739, screen 0.66769 left textcolor rgb 'black' front
$interval1 << EOD
16 0.5401918001841456 0.5058045153500603 0.574898144764069
32 0.6514969595611309 0.6219640607525252 0.6635962494059842
64 0.7659323768063386 0.7134715271254274 0.7948374065206301
128 0.7512287448340749 0.7397321264045407 0.7568885286743513
256 0.7653836532898407 0.7270539346701657 0.8227261459937223
512 0.7672282377924724 0.7468549357178964 0.7856225964731638
1024 0.7531147140058121 0.7424704593266027 0.760055913014343
EOD
$series1 << EOD
16 0.5401918001841456
32 0.6514969595611309
64 0.7659323768063386
128 0.7512287448340749
256 0.7653836532898407
512 0.7672282377924724
1024 0.7531147140058121
EOD
$series2 << EOD
16 0.8653262854511155
32 0.9091848674058708
64 0.9330580632555007
128 0.9455207169632246
256 0.9528499273536892
512 0.9583340806365559
1024 0.9639977554848685
EOD
$series3 << EOD
16 0.7987828137079346
32 0.8475733997340509
64 0.9067448419618807
128 0.8874885188315952
256 0.9016528409821202
512 0.9094619080569253
1024 0.9053499867528848
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
