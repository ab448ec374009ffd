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
set arrow from screen 0.75725, screen 0.80204 to screen 0.80183, screen 0.80616 nohead lc 7 lw 1.3 dt solid
set label 'by the formulas' at screen 0.80739, screen 0.80616 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.77091 to screen 0.80183, screen 0.76680 nohead lc 4 lw 1.3 dt solid
set label 'of time in sgemm' at screen 0.80739, screen 0.76680 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.67203 to screen 0.80183, screen 0.67203 nohead lc 6 lw 1.3 dt solid
set label 'of the roof' at screen 0.80739, screen 0.67203 left textcolor rgb 'black' front
$interval1 << EOD
1 0.7177143060908125 0.612943405670785 0.7913142288124522
2 0.8286516803657156 0.7328953034944996 0.8471891168084987
4 0.7512287448340749 0.7397321264045407 0.7568885286743513
6 0.7335619232202485 0.7281421532734677 0.7366591974869571
8 0.7577065432234907 0.7436920515799444 0.7630406524956587
12 0.7593228252998216 0.7522691572545563 0.7952096883477647
EOD
$series1 << EOD
1 0.7177143060908125
2 0.8286516803657156
4 0.7512287448340749
6 0.7335619232202485
8 0.7577065432234907
12 0.7593228252998216
EOD
$series2 << EOD
1 0.9459925263655514
2 0.945737908064133
4 0.9455207169632246
6 0.9454236691707334
8 0.9453686740616604
12 0.9453085620030875
EOD
$series3 << EOD
1 0.9099372026903947
2 0.9306894183109993
4 0.8874885188315952
6 0.8822784643223539
8 0.893487277623018
12 0.9007777585181626
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
