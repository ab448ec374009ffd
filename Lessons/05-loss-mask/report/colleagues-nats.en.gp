set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'colleagues-nats.en.svg'
set colorsequence podo
set key off
set label 'Colleagues: validation answers' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'nats per answer token' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.06153
set rmargin at screen 0.88806
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-4.8:244.8]
set xtics scale 0 nomirror ('0' 0, '50' 50, '100' 100, '150' 150, '200' 200)
set logscale y 10
set yrange [0.04906924771612849:14.425446781835428]
set ytics scale 0 nomirror ('0.1' 0.1, '1' 1, '10' 10)
set label 'step' at screen 0.47479, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.87216, screen 0.82049 to screen 0.91306, screen 0.82049 nohead lc 4 lw 1.3 dt solid
set label 'C' at screen 0.91861, screen 0.82049 left textcolor rgb 'black' front
set arrow from screen 0.87216, screen 0.45657 to screen 0.91306, screen 0.45657 nohead lc 6 lw 1.3 dt solid
set label 'A' at screen 0.91861, screen 0.45657 left textcolor rgb 'black' front
set arrow from screen 0.87216, screen 0.17311 to screen 0.91306, screen 0.21991 nohead lc 7 lw 1.3 dt solid
set label 'B' at screen 0.91861, screen 0.21991 left textcolor rgb 'black' front
set arrow from screen 0.87216, screen 0.16509 to screen 0.91306, screen 0.18056 nohead lc 8 lw 1.3 dt solid
set label 'D' at screen 0.91861, screen 0.18056 left textcolor rgb 'black' front
set arrow from screen 0.87216, screen 0.16099 to screen 0.91306, screen 0.14120 nohead lc 2 lw 1.3 dt solid
set label 'sound' at screen 0.91861, screen 0.14120 left textcolor rgb 'black' front
$series1 << EOD
0 9.744607238825095
24 1.080469157483618
48 0.7482312839920239
72 0.66407783521434
96 0.6754272867309845
120 0.6425183180530192
144 0.660847609831115
168 0.6463815990646007
192 0.6427050730939639
216 0.639040079258256
240 0.6372740123231533
EOD
$series2 << EOD
0 9.744607238825095
24 0.7875012708249066
48 0.2675149253027587
72 0.1845661655152585
96 0.12931065042476872
120 0.10319717750374206
144 0.09946852408896732
168 0.07793334757877608
192 0.07046731742425154
216 0.06600600455777121
240 0.06360230969507143
EOD
$series3 << EOD
0 9.744607238825095
24 6.907870060053923
48 9.243905891722205
72 10.339385076262856
96 11.095290528347263
120 11.374464291805602
144 11.603514098262382
168 11.865232526582512
192 12.121488845281007
216 12.262299662171785
240 12.282058547529799
EOD
$series4 << EOD
0 9.744607238825095
24 0.9104851709920808
48 0.31909317939968435
72 0.17655816303808136
96 0.1232170021466616
120 0.1263611462325026
144 0.08611263915643853
168 0.07613335928674471
192 0.06659410843404673
216 0.061395780767424635
240 0.0595864607284298
EOD
$series5 << EOD
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
plot $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9, \
  $series5 using 1:2 with linespoints lc 2 lw 2.5 dt (9,4) pt 13 ps 0.9
