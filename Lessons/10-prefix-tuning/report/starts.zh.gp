set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'starts.zh.svg'
set colorsequence podo
set key off
set label '三种起点' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '验证集 nat 数' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.04461
set rmargin at screen 0.80969
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-3.8000000000000003:193.8]
set xtics scale 0 nomirror ('0' 0, '50' 50, '100' 100, '150' 150)
set yrange [0:6]
set ytics scale 0 nomirror ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5, '6' 6)
set label '步' at screen 0.42715, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.80969, screen 0.28596 to screen 0.83469, screen 0.32838 nohead lc rgb 'black' lw 1
set label '瞎猜' at screen 0.84025, screen 0.32838 left textcolor rgb 'black' front
set arrow from screen 0.79498, screen 0.27199 to screen 0.83469, screen 0.28903 nohead lc 6 lw 1.3 dt solid
set label '从 N(0, 1) 抽取' at screen 0.84025, screen 0.28903 left textcolor rgb 'black' front
set arrow from screen 0.79498, screen 0.26132 to screen 0.83469, screen 0.24968 nohead lc 7 lw 1.3 dt solid
set label '从词句出发' at screen 0.84025, screen 0.24968 left textcolor rgb 'black' front
set arrow from screen 0.79498, screen 0.25814 to screen 0.83469, screen 0.21033 nohead lc 4 lw 1.3 dt solid
set label '由投影生成' at screen 0.84025, screen 0.21033 left textcolor rgb 'black' front
$reference << EOD
-3.8000000000000003 1.2424533248940002
193.8 1.2424533248940002
EOD
$series1 << EOD
0 3.8909122189678027
48 2.4084805554747146
95 1.4542130793329067
143 1.1823105742977555
190 1.1225212783600937
EOD
$series2 << EOD
0 4.806738947816031
48 1.6792331818260433
95 1.1829502431529508
143 1.0539874966732259
190 1.0309264066230739
EOD
$series3 << EOD
0 5.024345238188709
48 1.854869915749763
95 1.3206566882952764
143 1.1785464368270895
190 1.0036361447314261
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
