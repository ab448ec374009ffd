set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'balance.en.svg'
set colorsequence podo
set key off
set label 'What mini calls praise' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.02778, screen 0.88079 point pt 7 ps 0.9 lc 6 front
set label 'as it is' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.15361, screen 0.88079 point pt 5 ps 0.9 lc 7 front
set label 'calibrated' at screen 0.17444, screen 0.88079 left textcolor rgb 'black' front
set label 'called praise' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.96389
set tmargin at screen 0.78241
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-0.16:8.16]
set xtics scale 0 nomirror ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label 'praises among eight examples' at screen 0.52447, screen 0.04398 center textcolor rgb 'black' front
set label 'truth' at screen 0.95833, screen 0.48264 right textcolor rgb 'black' front
$reference << EOD
-0.16 0.5
8.16 0.5
EOD
$group1 << EOD
0 0.22777777777777777
1 0.25
2 0.30833333333333335
3 0.6055555555555555
4 0.35
5 0.2388888888888889
6 0.6861111111111111
7 0.7083333333333334
8 0.625
0 0.3
1 0.3888888888888889
2 0.46111111111111114
3 0.25555555555555554
4 0.35833333333333334
5 0.4583333333333333
6 0.6166666666666667
7 0.6861111111111111
8 0.5777777777777777
0 0.2916666666666667
1 0.3861111111111111
2 0.6722222222222223
3 0.6694444444444444
4 0.4388888888888889
5 0.525
6 0.28888888888888886
7 0.6055555555555555
8 0.6972222222222222
EOD
$group2 << EOD
0 0.8916666666666667
1 0.8444444444444444
2 0.8388888888888889
3 0.25277777777777777
4 0.6472222222222223
5 0.7277777777777777
6 0.016666666666666666
7 0.058333333333333334
8 0.15555555555555556
0 0.6944444444444444
1 0.7361111111111112
2 0.2111111111111111
3 0.8694444444444445
4 0.7916666666666666
5 0.2777777777777778
6 0.19166666666666668
7 0.08333333333333333
8 0.15
0 0.6444444444444445
1 0.6861111111111111
2 0.07222222222222222
3 0.11944444444444445
4 0.14722222222222223
5 0.14722222222222223
6 0.8416666666666667
7 0.08333333333333333
8 0.06944444444444445
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $group1 using 1:2 with points pt 7 ps 0.9 lc 6, \
  $group2 using 1:2 with points pt 5 ps 0.9 lc 7
