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
set arrow from screen 0.75725, screen 0.82286 to screen 0.80183, screen 0.83763 nohead lc 7 lw 1.3 dt solid
set label 'by the formulas' at screen 0.80739, screen 0.83763 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.78804 to screen 0.80183, screen 0.79828 nohead lc 4 lw 1.3 dt solid
set label 'of time in sgemm' at screen 0.80739, screen 0.79828 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.78395 to screen 0.80183, screen 0.75893 nohead lc 6 lw 1.3 dt solid
set label 'of the roof' at screen 0.80739, screen 0.75893 left textcolor rgb 'black' front
$interval1 << EOD
64 0.5308122949272279 0.4831126327987777 0.5513657603881893
128 0.6363897032351661 0.5691686476368292 0.6570968646182562
256 0.7512287448340749 0.7397321264045407 0.7568885286743513
384 0.8111281040316843 0.735480195760986 0.885765285251017
512 0.891423899854331 0.874481990994885 0.9076089751397224
768 0.9012633982020033 0.8819103234817213 0.9246629617171914
1024 0.919428111601946 0.9067751496144085 0.9354331264960634
EOD
$series1 << EOD
64 0.5308122949272279
128 0.6363897032351661
256 0.7512287448340749
384 0.8111281040316843
512 0.891423899854331
768 0.9012633982020033
1024 0.919428111601946
EOD
$series2 << EOD
64 0.8713718443698236
128 0.9159528788569965
256 0.9455207169632246
384 0.9575409352638311
512 0.9641631498528618
768 0.9712934436425982
1024 0.9750794984332632
EOD
$series3 << EOD
64 0.8107225648715819
128 0.8425390508275648
256 0.8874885188315952
384 0.8831697991354871
512 0.9094414338695614
768 0.9342236642921159
1024 0.9252753587048566
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
