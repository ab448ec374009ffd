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
set arrow from screen 0.69203, screen 0.62825 to screen 0.72950, screen 0.62825 nohead lc 8 lw 1.3 dt solid
set label 'unigram' at screen 0.73506, screen 0.62825 left textcolor rgb 'black' front
set arrow from screen 0.69203, screen 0.49060 to screen 0.72950, screen 0.51795 nohead lc 4 lw 1.3 dt solid
set label 'new texts, new people' at screen 0.73506, screen 0.51795 left textcolor rgb 'black' front
set arrow from screen 0.68734, screen 0.47285 to screen 0.72950, screen 0.47860 nohead lc 6 lw 1.3 dt solid
set label 'training' at screen 0.73506, screen 0.47860 left textcolor rgb 'black' front
set arrow from screen 0.69203, screen 0.47236 to screen 0.72950, screen 0.43925 nohead lc 7 lw 1.3 dt solid
set label 'new texts, known people' at screen 0.73506, screen 0.43925 left textcolor rgb 'black' front
set arrow from screen 0.70450, screen 0.32039 to screen 0.72950, screen 0.32039 nohead lc rgb 'black' lw 1
set label '5-gram' at screen 0.73506, screen 0.32039 left textcolor rgb 'black' front
$reference << EOD
-10.98 2.5631558087560906
611.98 2.5631558087560906
EOD
$series1 << EOD
5.5 8.218728160858154
15.5 7.8406284809112545
25.5 7.318747854232788
35.5 6.964558696746826
45.5 6.861142492294311
55.5 6.761054754257202
65.5 6.686413812637329
75.5 6.64500584602356
85.5 6.440821599960327
95.5 6.348950624465942
105.5 6.257889270782471
115.5 6.169312238693237
125.5 6.08693380355835
135.5 5.900512075424194
145.5 5.930987691879272
155.5 5.8504759788513185
165.5 5.764078807830811
175.5 5.703825426101685
185.5 5.70537838935852
195.5 5.612331581115723
205.5 5.571816682815552
215.5 5.520760011672974
225.5 5.517071151733399
235.5 5.42764458656311
245.5 5.40519757270813
255.5 5.432956171035767
265.5 5.338351678848267
275.5 5.2806672096252445
285.5 5.2497899532318115
295.5 5.20662031173706
305.5 5.172007942199707
315.5 5.117358684539795
325.5 5.120957565307617
335.5 5.083225870132447
345.5 5.098325967788696
355.5 5.0701274394989015
365.5 5.022173976898193
375.5 4.975957345962525
385.5 4.971900415420532
395.5 4.970801734924317
405.5 4.8609192848205565
415.5 4.864154958724976
425.5 4.902058839797974
435.5 4.855914115905762
445.5 4.891232824325561
455.5 4.798716115951538
465.5 4.876299619674683
475.5 4.799325323104858
485.5 4.774863576889038
495.5 4.706958389282226
505.5 4.770558929443359
515.5 4.800755023956299
525.5 4.775199031829834
535.5 4.7549902439117435
545.5 4.729557228088379
555.5 4.702117300033569
565.5 4.743480014801025
575.5 4.701118278503418
585.5 4.760772609710694
595.5 4.7440589427947994
EOD
$series2 << EOD
75 6.588696587365121
150 5.865050711319782
225 5.4826180811505765
300 5.180842334404588
375 4.943365139537491
450 4.805599500192329
525 4.750773258507252
600 4.737049343762919
EOD
$series3 << EOD
75 6.601174374693073
150 5.941633008653298
225 5.62802244379418
300 5.394095308845863
375 5.19846342143137
450 5.068613312090747
525 5.008909754571505
600 4.9979881522012874
EOD
$series4 << EOD
1 6.967038332253277
600 6.967038332253277
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9 pointinterval 7, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9, \
  $series4 using 1:2 with linespoints lc 8 lw 2.5 dt (14,5,4,5) pt 11 ps 0.9
