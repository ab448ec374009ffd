set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'curves.en.svg'
set colorsequence podo
set key off
set label 'A nano from nothing' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'nats per token' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.04461
set rmargin at screen 0.70450
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-10.98:611.98]
set xtics scale 0 nomirror ('0' 0, '200' 200, '400' 400, '600' 600)
set yrange [3:9]
set ytics scale 0 nomirror ('3' 3, '4' 4, '5' 5, '6' 6, '7' 7, '8' 8, '9' 9)
set label 'step' at screen 0.37456, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.69181, screen 0.60184 to screen 0.72950, screen 0.60184 nohead lc 8 lw 1.3 dt solid
set label 'unigram' at screen 0.73506, screen 0.60184 left textcolor rgb 'black' front
set arrow from screen 0.69181, screen 0.43353 to screen 0.72950, screen 0.43478 nohead lc 4 lw 1.3 dt solid
set label 'new texts, new people' at screen 0.73506, screen 0.43478 left textcolor rgb 'black' front
set arrow from screen 0.68704, screen 0.38226 to screen 0.72950, screen 0.39542 nohead lc 6 lw 1.3 dt solid
set label 'training' at screen 0.73506, screen 0.39542 left textcolor rgb 'black' front
set arrow from screen 0.69181, screen 0.37049 to screen 0.72950, screen 0.35607 nohead lc 7 lw 1.3 dt solid
set label 'new texts, known people' at screen 0.73506, screen 0.35607 left textcolor rgb 'black' front
set arrow from screen 0.70450, screen 0.21628 to screen 0.72950, screen 0.21628 nohead lc rgb 'black' lw 1
set label '5-gram' at screen 0.73506, screen 0.21628 left textcolor rgb 'black' front
$reference << EOD
-10.98 3.644325804882428
611.98 3.644325804882428
EOD
$series1 << EOD
5.5 8.386865520477295
15.5 7.926580095291138
25.5 7.312472677230835
35.5 6.92119083404541
45.5 6.8201817035675045
55.5 6.73758020401001
65.5 6.678037309646607
75.5 6.611454582214355
85.5 6.52324481010437
95.5 6.457931232452393
105.5 6.3645182132720945
115.5 6.248193645477295
125.5 6.112017631530762
135.5 6.083292531967163
145.5 6.013528442382812
155.5 5.95548529624939
165.5 5.894457769393921
175.5 5.885618495941162
185.5 5.733732748031616
195.5 5.684521484375
205.5 5.670014953613281
215.5 5.664507246017456
225.5 5.60730562210083
235.5 5.606689214706421
245.5 5.573698472976685
255.5 5.498986911773682
265.5 5.461334276199341
275.5 5.450709581375122
285.5 5.440768623352051
295.5 5.403958368301391
305.5 5.363725423812866
315.5 5.372944164276123
325.5 5.312598705291748
335.5 5.306473112106323
345.5 5.258661508560181
355.5 5.275408172607422
365.5 5.245430135726929
375.5 5.21390471458435
385.5 5.193825054168701
395.5 5.207678365707397
405.5 5.1691070079803465
415.5 5.175715923309326
425.5 5.156319618225098
435.5 5.143603849411011
445.5 5.133683443069458
455.5 5.1118261337280275
465.5 5.062043952941894
475.5 5.083612775802612
485.5 5.076756191253662
495.5 5.028865718841553
505.5 5.081935787200928
515.5 5.108404684066772
525.5 5.10074782371521
535.5 4.998088932037353
545.5 5.025563335418701
555.5 5.08513503074646
565.5 5.036043691635132
575.5 5.02362289428711
585.5 5.0395585060119625
595.5 5.068902492523193
EOD
$series2 << EOD
75 6.618330202298239
150 5.9183335736743174
225 5.590057736262679
300 5.365497455699369
375 5.17638580466155
450 5.036938043485861
525 4.980047439690679
600 4.967931121820584
EOD
$series3 << EOD
75 6.79451318399515
150 6.222406137618236
225 5.972262039664201
300 5.777924737893045
375 5.658951468532905
450 5.570549735799432
525 5.519461603369564
600 5.508935660705902
EOD
$series4 << EOD
1 6.9535745423811335
600 6.9535745423811335
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9 pointinterval 7, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9
