set encoding utf8
set terminal svg size 720,1470 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'families.en.svg'
set colorsequence podo
set key off
set label 'Right answers, held-out content and wording' at screen 0.01944, screen 0.98435 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.96497 point pt 5 ps 1.5 lc 6 front
set label 'this run' at screen 0.04861, screen 0.96497 left textcolor rgb 'black' front
set label '' at screen 0.16203, screen 0.96497 point pt 5 ps 1.5 lc 7 front
set label 'the long run' at screen 0.18008, screen 0.96497 left textcolor rgb 'black' front
set label 'sentiment' at screen 0.15439, screen 0.93101 right textcolor rgb 'black' front
set label 'reviewDomain' at screen 0.15439, screen 0.88964 right textcolor rgb 'black' front
set label 'documentKind' at screen 0.15439, screen 0.84827 right textcolor rgb 'black' front
set label 'person' at screen 0.15439, screen 0.80690 right textcolor rgb 'black' front
set label 'relation' at screen 0.15439, screen 0.76552 right textcolor rgb 'black' front
set label 'refusal' at screen 0.15439, screen 0.72415 right textcolor rgb 'black' front
set label 'translation' at screen 0.15439, screen 0.68278 right textcolor rgb 'black' front
set label 'rewriting' at screen 0.15439, screen 0.64140 right textcolor rgb 'black' front
set label 'sum' at screen 0.15439, screen 0.60003 right textcolor rgb 'black' front
set label 'conversion' at screen 0.15439, screen 0.55866 right textcolor rgb 'black' front
set label 'calendar' at screen 0.15439, screen 0.51729 right textcolor rgb 'black' front
set label 'extraction' at screen 0.15439, screen 0.47591 right textcolor rgb 'black' front
set label 'reading' at screen 0.15439, screen 0.43454 right textcolor rgb 'black' front
set label 'counting' at screen 0.15439, screen 0.39317 right textcolor rgb 'black' front
set label 'ordering' at screen 0.15439, screen 0.35179 right textcolor rgb 'black' front
set label 'comparison' at screen 0.15439, screen 0.31042 right textcolor rgb 'black' front
set label 'reversal' at screen 0.15439, screen 0.26905 right textcolor rgb 'black' front
set label 'completion' at screen 0.15439, screen 0.22767 right textcolor rgb 'black' front
set label 'naming' at screen 0.15439, screen 0.18630 right textcolor rgb 'black' front
set label 'opposite' at screen 0.15439, screen 0.14493 right textcolor rgb 'black' front
set label 'position' at screen 0.15439, screen 0.10356 right textcolor rgb 'black' front
set label 'oddOne' at screen 0.15439, screen 0.06218 right textcolor rgb 'black' front
set lmargin at screen 0.16550
set rmargin at screen 0.92500
set tmargin at screen 0.95170
set bmargin at screen 0.04150
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:1]
set xtics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set yrange [21.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label 'right' at screen 0.54525, screen 0.01293 center textcolor rgb 'black' front
set label '73.6%' at screen 0.73152, screen 0.93888 left font ',12' textcolor rgb 'black' front
set label '30.6%' at screen 0.40451, screen 0.89750 left font ',12' textcolor rgb 'black' front
set label '72.2%' at screen 0.72097, screen 0.85613 left font ',12' textcolor rgb 'black' front
set label '1.4%' at screen 0.18299, screen 0.81476 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.77338 left font ',12' textcolor rgb 'black' front
set label '66.7%' at screen 0.67878, screen 0.73201 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.69064 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.64926 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.60789 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.56652 left font ',12' textcolor rgb 'black' front
set label '6.9%' at screen 0.22519, screen 0.52515 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.48377 left font ',12' textcolor rgb 'black' front
set label '4.2%' at screen 0.20409, screen 0.44240 left font ',12' textcolor rgb 'black' front
set label '13.9%' at screen 0.27793, screen 0.40103 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.35965 left font ',12' textcolor rgb 'black' front
set label '1.4%' at screen 0.18299, screen 0.31828 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.27691 left font ',12' textcolor rgb 'black' front
set label '1.4%' at screen 0.18299, screen 0.23554 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.19416 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.15279 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.11142 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.07004 left font ',12' textcolor rgb 'black' front
set label '91.7%' at screen 0.86865, screen 0.92315 left font ',12' textcolor rgb 'black' front
set label '70.8%' at screen 0.71042, screen 0.88178 left font ',12' textcolor rgb 'black' front
set label '100.0%' at screen 0.93194, screen 0.84041 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.79903 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.75766 left font ',12' textcolor rgb 'black' front
set label '58.3%' at screen 0.61549, screen 0.71629 left font ',12' textcolor rgb 'black' front
set label '12.5%' at screen 0.26738, screen 0.67492 left font ',12' textcolor rgb 'black' front
set label '12.5%' at screen 0.26738, screen 0.63354 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.59217 left font ',12' textcolor rgb 'black' front
set label '25.0%' at screen 0.36232, screen 0.55080 left font ',12' textcolor rgb 'black' front
set label '8.3%' at screen 0.23574, screen 0.50942 left font ',12' textcolor rgb 'black' front
set label '25.0%' at screen 0.36232, screen 0.46805 left font ',12' textcolor rgb 'black' front
set label '16.7%' at screen 0.29903, screen 0.42668 left font ',12' textcolor rgb 'black' front
set label '4.2%' at screen 0.20409, screen 0.38531 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.34393 left font ',12' textcolor rgb 'black' front
set label '8.3%' at screen 0.23574, screen 0.30256 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.26119 left font ',12' textcolor rgb 'black' front
set label '8.3%' at screen 0.23574, screen 0.21981 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.17844 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.13707 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.09570 left font ',12' textcolor rgb 'black' front
set label '0.0%' at screen 0.17244, screen 0.05432 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
-0.19 0.7361111111111112 0
0.81 0.3055555555555556 0
1.81 0.7222222222222222 0
2.81 0.013888888888888888 0
3.81 0 0
4.8100000000000005 0.6666666666666666 0
5.8100000000000005 0 0
6.8100000000000005 0 0
7.8100000000000005 0 0
8.809999999999999 0 0
9.809999999999999 0.06944444444444445 0
10.809999999999999 0 0
11.809999999999999 0.041666666666666664 0
12.809999999999999 0.1388888888888889 0
13.809999999999999 0 0
14.809999999999999 0.013888888888888888 0
15.809999999999999 0 0
16.810000000000002 0.013888888888888888 0
17.810000000000002 0 0
18.810000000000002 0 0
19.810000000000002 0 0
20.810000000000002 0 0
EOD
$bars2 << EOD
0.19000000000000006 0.9166666666666666 0
1.19 0.7083333333333334 0
2.1900000000000004 1 0
3.1900000000000004 0 0
4.19 0 0
5.19 0.5833333333333334 0
6.19 0.125 0
7.19 0.125 0
8.19 0 0
9.19 0.25 0
10.19 0.08333333333333333 0
11.19 0.25 0
12.19 0.16666666666666666 0
13.19 0.041666666666666664 0
14.19 0 0
15.19 0.08333333333333333 0
16.189999999999998 0 0
17.19 0.08333333333333333 0
18.19 0 0
19.19 0 0
20.19 0 0
21.19 0 0
EOD
plot $bars1 using 2:1:3:2:($1-0.17859999999999998):($1+0.17859999999999998) with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using 2:1:3:2:($1-0.17859999999999998):($1+0.17859999999999998) with boxxyerror lc 7 fillstyle solid noborder
