set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'loss.en.svg'
set colorsequence podo
set key off
set label 'Loss and length of a step' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'of the first steps' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set label '10 %' at screen 0.14814, screen 0.84028 center font ',12' textcolor rgb 'black' front
set label '30 %' at screen 0.29191, screen 0.84028 center font ',12' textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.79531
set tmargin at screen 0.80556
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [0.98:80.02]
set xtics scale 0 nomirror ('20' 20, '40' 40, '60' 60, '80' 80)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label 'step' at screen 0.44018, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.78165, screen 0.26674 to screen 0.82031, screen 0.26674 nohead lc 7 lw 1.3 dt solid
set label 'length of a step' at screen 0.82586, screen 0.26674 left textcolor rgb 'black' front
set arrow from screen 0.78165, screen 0.14769 to screen 0.82031, screen 0.14769 nohead lc 6 lw 1.3 dt solid
set label 'loss' at screen 0.82586, screen 0.14769 left textcolor rgb 'black' front
$marker1 << EOD
8 0
8 1
EOD
$marker2 << EOD
24 0
24 1
EOD
$series1 << EOD
2.5 1
6.5 0.32817921874894956
10.5 0.17869292957293226
14.5 0.12740515613189954
18.5 0.10697658731811961
22.5 0.09046257892665781
26.5 0.05328708377049597
30.5 0.038556098999164366
34.5 0.04858799459000339
38.5 0.038694710089093094
42.5 0.05033232196304392
46.5 0.03731709936797703
50.5 0.01745281026930967
54.5 0.02087084725493
58.5 0.026948540746417678
62.5 0.015748533955156827
66.5 0.02003777789361701
70.5 0.009700552858371386
74.5 0.010115344392959014
78.5 0.009766371196864404
EOD
$series2 << EOD
2.5 1
6.5 0.7479187838356574
10.5 0.6323807537930997
14.5 0.5149960626142425
18.5 0.42331446317015287
22.5 0.35573489883237475
26.5 0.31559937481912587
30.5 0.2909030315260627
34.5 0.2752565889446814
38.5 0.2715331014338234
42.5 0.26644452807068547
46.5 0.265228863314675
50.5 0.2596795586496524
54.5 0.25373085623246616
58.5 0.24588587770918285
62.5 0.23813701898282147
66.5 0.2248193758952948
70.5 0.22588014623373995
74.5 0.2048547018293905
78.5 0.18895920037699643
EOD
plot $marker1 using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $marker2 using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9
