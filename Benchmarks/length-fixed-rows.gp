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
set arrow from screen 0.75725, screen 0.78626 to screen 0.80183, screen 0.79984 nohead lc 7 lw 1.3 dt solid
set label 'by the formulas' at screen 0.80739, screen 0.79984 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.77406 to screen 0.80183, screen 0.76048 nohead lc 4 lw 1.3 dt solid
set label 'of time in sgemm' at screen 0.80739, screen 0.76048 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.68837 to screen 0.80183, screen 0.68837 nohead lc 6 lw 1.3 dt solid
set label 'of the roof' at screen 0.80739, screen 0.68837 left textcolor rgb 'black' front
$interval1 << EOD
16 0.5499972783536222 0.5317615461765165 0.5537204873234617
32 0.6205852970483986 0.4889639364968005 0.6481455690158566
64 0.7612305722743448 0.7480386016898861 0.8381900148415736
128 0.7890701320158596 0.7661542907848508 0.828788774195698
256 0.7749758464998393 0.7635745509037613 0.7928683050460587
512 0.7496932070968909 0.7460140759146474 0.7754981303113134
1024 0.7826993643204748 0.7543970686519161 0.7942609728604012
EOD
$series1 << EOD
16 0.5499972783536222
32 0.6205852970483986
64 0.7612305722743448
128 0.7890701320158596
256 0.7749758464998393
512 0.7496932070968909
1024 0.7826993643204748
EOD
$series2 << EOD
16 0.7413016621180393
32 0.8170093942650315
64 0.8614200774143577
128 0.885584219983091
256 0.9001250798156052
512 0.9111700916857327
1024 0.9227278649521174
EOD
$series3 << EOD
16 0.7373337522583124
32 0.7717484709674662
64 0.8552636013952475
128 0.8808894343194392
256 0.876404329237964
512 0.894287845869017
1024 0.9052821499793477
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
