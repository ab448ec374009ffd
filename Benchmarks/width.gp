set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'width.svg'
set colorsequence podo
set key off
set label 'Width of the model' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'share' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.77683
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [58.89200963999201:1112.8164992266834]
set xtics scale 0 nomirror ('64' 64, '128' 128, '256' 256, '384' 384, '512' 512, '768' 768, '1,024' 1024)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label 'width' at screen 0.43094, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.80239 to screen 0.80183, screen 0.82274 nohead lc 7 lw 1.3 dt solid
set label 'by the formulas' at screen 0.80739, screen 0.82274 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.79496 to screen 0.80183, screen 0.78339 nohead lc 4 lw 1.3 dt solid
set label 'of time in sgemm' at screen 0.80739, screen 0.78339 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.75282 to screen 0.80183, screen 0.74404 nohead lc 6 lw 1.3 dt solid
set label 'of the roof' at screen 0.80739, screen 0.74404 left textcolor rgb 'black' front
$interval1 << EOD
64 0.5312550457871402 0.4881232146468225 0.5435376475426271
128 0.6708065110565513 0.6563817551890074 0.752619690278428
256 0.7890701320158596 0.7661542907848508 0.828788774195698
384 0.7579163265379193 0.7147195507447031 0.8216795554118453
512 0.813562364293454 0.8077190810207294 0.8327442768409079
768 0.9069123631307152 0.8969043448006982 0.9087014747410613
1024 0.8748953814101945 0.8627810623726572 0.8902907815666048
EOD
$series1 << EOD
64 0.5312550457871402
128 0.6708065110565513
256 0.7890701320158596
384 0.7579163265379193
512 0.813562364293454
768 0.9069123631307152
1024 0.8748953814101945
EOD
$series2 << EOD
64 0.7513146944283493
128 0.8293574989321137
256 0.885584219983091
384 0.9095638648085131
512 0.9230677226318081
768 0.9378475020108216
1024 0.94579852469008
EOD
$series3 << EOD
64 0.7742074556105023
128 0.8271917044299395
256 0.8808894343194392
384 0.8553236043747579
512 0.9029769656206298
768 0.9287660688444317
1024 0.9351716872872357
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
