set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'curves.en.svg'
set colorsequence podo
set key off
set label 'A nano from nothing' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'nats per token' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.05589
set rmargin at screen 0.70450
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-10.98:611.98]
set xtics scale 0 nomirror ('0' 0, '200' 200, '400' 400, '600' 600)
set yrange [0:10]
set ytics scale 0 nomirror ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
set label 'step' at screen 0.38019, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.69203, screen 0.62882 to screen 0.72950, screen 0.62882 nohead lc 8 lw 1.3 dt solid
set label 'unigram' at screen 0.73506, screen 0.62882 left textcolor rgb 'black' front
set arrow from screen 0.69203, screen 0.51264 to screen 0.72950, screen 0.54359 nohead lc 4 lw 1.3 dt solid
set label 'new texts, new people' at screen 0.73506, screen 0.54359 left textcolor rgb 'black' front
set arrow from screen 0.68734, screen 0.50281 to screen 0.72950, screen 0.50424 nohead lc 6 lw 1.3 dt solid
set label 'training' at screen 0.73506, screen 0.50424 left textcolor rgb 'black' front
set arrow from screen 0.69203, screen 0.49728 to screen 0.72950, screen 0.46489 nohead lc 7 lw 1.3 dt solid
set label 'new texts, known people' at screen 0.73506, screen 0.46489 left textcolor rgb 'black' front
set arrow from screen 0.70450, screen 0.36143 to screen 0.72950, screen 0.36143 nohead lc rgb 'black' lw 1
set label '5-gram' at screen 0.73506, screen 0.36143 left textcolor rgb 'black' front
$reference << EOD
-10.98 3.1502801412698282
611.98 3.1502801412698282
EOD
$series1 << EOD
5.5 8.222928142547607
15.5 7.83910903930664
25.5 7.300181102752686
35.5 6.944443941116333
45.5 6.862176418304443
55.5 6.794721174240112
65.5 6.728958225250244
75.5 6.6335546493530275
85.5 6.514867782592773
95.5 6.464593935012817
105.5 6.371319818496704
115.5 6.327789783477783
125.5 6.234491205215454
135.5 6.170449447631836
145.5 6.065881443023682
155.5 6.02922682762146
165.5 5.9621623992919925
175.5 5.924589920043945
185.5 5.912627124786377
195.5 5.863450765609741
205.5 5.857770013809204
215.5 5.798777532577515
225.5 5.772992515563965
235.5 5.728043746948242
245.5 5.693463611602783
255.5 5.690070390701294
265.5 5.638575792312622
275.5 5.600182723999024
285.5 5.490730333328247
295.5 5.5283924579620365
305.5 5.47560830116272
315.5 5.469848918914795
325.5 5.444381809234619
335.5 5.4263612747192385
345.5 5.4046934127807615
355.5 5.345231342315674
365.5 5.362544775009155
375.5 5.360459089279175
385.5 5.328664779663086
395.5 5.341928577423095
405.5 5.374282264709473
415.5 5.252882289886474
425.5 5.19014344215393
435.5 5.217406463623047
445.5 5.186125040054321
455.5 5.18986325263977
465.5 5.209636926651001
475.5 5.181833219528198
485.5 5.171631860733032
495.5 5.204798030853271
505.5 5.158782625198365
515.5 5.109165143966675
525.5 5.098933362960816
535.5 5.113555002212524
545.5 5.153146553039551
555.5 5.195174026489258
565.5 5.128899717330933
575.5 5.172690534591675
585.5 5.122076845169067
595.5 5.1725822448730465
EOD
$series2 << EOD
75 6.612071555049624
150 6.009847150417045
225 5.709727091190871
300 5.468823499628343
375 5.295220353058539
450 5.175549764302559
525 5.104417712718714
600 5.093543236143887
EOD
$series3 << EOD
75 6.657517100102268
150 6.102509276010096
225 5.834498481010087
300 5.627682838356122
375 5.499952322337776
450 5.38946733053308
525 5.324551556492224
600 5.313271127350163
EOD
$series4 << EOD
1 6.975169721232893
600 6.975169721232893
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9 pointinterval 7, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9
