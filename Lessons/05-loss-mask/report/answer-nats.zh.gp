set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'answer-nats.zh.svg'
set colorsequence podo
set key off
set label '同样的验证回答' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '每个回答词元的 nat' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.06153
set rmargin at screen 0.86667
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-4.8:244.8]
set xtics scale 0 nomirror ('0' 0, '50' 50, '100' 100, '150' 150, '200' 200)
set logscale y 10
set yrange [0.045252274929609204:11.39513317250469]
set ytics scale 0 nomirror ('0.1' 0.1, '1' 1, '10' 10)
set label '步' at screen 0.46410, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.85118, screen 0.19100 to screen 0.89167, screen 0.21991 nohead lc 7 lw 1.3 dt solid
set label '全部计入' at screen 0.89722, screen 0.21991 left textcolor rgb 'black' front
set arrow from screen 0.85118, screen 0.17178 to screen 0.89167, screen 0.18056 nohead lc 6 lw 1.3 dt solid
set label '只计回答' at screen 0.89722, screen 0.18056 left textcolor rgb 'black' front
set arrow from screen 0.85118, screen 0.16099 to screen 0.89167, screen 0.14120 nohead lc 4 lw 1.3 dt solid
set label '提示 0.1' at screen 0.89722, screen 0.14120 left textcolor rgb 'black' front
$series1 << EOD
0 9.744607238825095
24 1.1243764552524536
48 0.2961113497362298
72 0.15733469179121115
96 0.11680565521878712
120 0.1000153343556291
144 0.08794952868405034
168 0.0742582796488778
192 0.06490755333738811
216 0.059135443275257694
240 0.05763250670190585
EOD
$series2 << EOD
0 9.744607238825095
24 0.7114957558401561
48 0.48287391703007587
72 0.38085431087825256
96 0.30278751759205835
120 0.24814526373046938
144 0.16036223637855657
168 0.11088105834136575
192 0.08544459267187927
216 0.07039538480467715
240 0.06709140635142892
EOD
$series3 << EOD
0 9.744607238825095
24 0.5961901346505699
48 0.2983950169409736
72 0.196801392026877
96 0.15654475062580434
120 0.1087194590750387
144 0.0924209480568514
168 0.07157278727676909
192 0.05996468986495067
216 0.05426278457803242
240 0.05291703262571562
EOD
plot $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
