set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'length-fixed-tokens.svg'
set colorsequence podo
set key off
set label 'Length of rows, the same tokens in a batch' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
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
set arrow from screen 0.75725, screen 0.77446 to screen 0.80183, screen 0.78154 nohead lc 7 lw 1.3 dt solid
set label 'by the formulas' at screen 0.80739, screen 0.78154 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.74928 to screen 0.80183, screen 0.74219 nohead lc 4 lw 1.3 dt solid
set label 'of time in sgemm' at screen 0.80739, screen 0.74219 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.68108 to screen 0.80183, screen 0.68108 nohead lc 6 lw 1.3 dt solid
set label 'of the roof' at screen 0.80739, screen 0.68108 left textcolor rgb 'black' front
$interval1 << EOD
16 0.7944578923743171 0.7696249989432479 0.8183252627569562
32 0.8035053523184635 0.7880462592934583 0.8127777986811413
64 0.7462515198050043 0.7041759729721973 0.8016977134055322
128 0.7890701320158596 0.7661542907848508 0.828788774195698
256 0.6709049855129255 0.6583403463562625 0.7318626326196769
512 0.7802419184039248 0.7753080852345594 0.804893520560284
1024 0.7722800314276189 0.7694077087874953 0.8101836242112248
EOD
$series1 << EOD
16 0.7944578923743171
32 0.8035053523184635
64 0.7462515198050043
128 0.7890701320158596
256 0.6709049855129255
512 0.7802419184039248
1024 0.7722800314276189
EOD
$series2 << EOD
16 0.8802816924793759
32 0.8816563663032513
64 0.8837050127106184
128 0.885584219983091
256 0.8890308590671757
512 0.8952763993487269
1024 0.9058474933224151
EOD
$series3 << EOD
16 0.8738626795678212
32 0.8818404754923415
64 0.8644284514647911
128 0.8808894343194392
256 0.8363247665860308
512 0.8821751899602959
1024 0.8698241124685873
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
