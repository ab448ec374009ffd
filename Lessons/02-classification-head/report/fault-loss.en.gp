set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'fault-loss.en.svg'
set colorsequence podo
set key off
set label 'Three colleagues: training loss' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'nats per row' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.06153
set rmargin at screen 0.83400
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [19.68:244.32]
set xtics scale 0 nomirror ('50' 50, '100' 100, '150' 150, '200' 200)
set yrange [0:0.8]
set ytics scale 0 nomirror ('0.0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8)
set label 'step' at screen 0.44776, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.83400, screen 0.74691 to screen 0.85900, screen 0.74691 nohead lc rgb 'black' lw 1
set label 'a coin' at screen 0.86456, screen 0.74691 left textcolor rgb 'black' front
set arrow from screen 0.81914, screen 0.43132 to screen 0.85900, screen 0.43132 nohead lc 4 lw 1.3 dt solid
set label 'colleague C' at screen 0.86456, screen 0.43132 left textcolor rgb 'black' front
set arrow from screen 0.81914, screen 0.14130 to screen 0.85900, screen 0.18056 nohead lc 6 lw 1.3 dt solid
set label 'colleague A' at screen 0.86456, screen 0.18056 left textcolor rgb 'black' front
set arrow from screen 0.81914, screen 0.14123 to screen 0.85900, screen 0.14120 nohead lc 7 lw 1.3 dt solid
set label 'colleague B' at screen 0.86456, screen 0.14120 left textcolor rgb 'black' front
$reference << EOD
19.68 0.6931471805599453
244.32 0.6931471805599453
EOD
$series1 << EOD
24 0.7245162179072698
48 0.6135487804810206
72 0.49600046624739963
96 0.289887238604327
120 0.07892571560417612
144 0.009806616231799126
168 0.006995460018515587
192 0.003522776998579502
216 0.0002223240832487742
240 0.00010479489962259929
EOD
$series2 << EOD
24 0.6299535557627678
48 0.28558178261543316
72 0.11359297732512157
96 0.008541759724418322
120 9.468942880630493e-05
144 4.0198986728986107e-05
168 3.182267149289449e-05
192 3.273350497086843e-05
216 3.1874204675356545e-05
240 2.861147125562032e-05
EOD
$series3 << EOD
24 0.7377852673331896
48 0.712035521864891
72 0.6559086864193281
96 0.6069990769028664
120 0.48745540529489517
144 0.4177228094389041
168 0.40398027189075947
192 0.3830900813142459
216 0.325618668148915
240 0.3320053679247697
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
