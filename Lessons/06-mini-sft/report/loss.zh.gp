set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'loss.zh.svg'
set colorsequence podo
set key off
set label '回答的损失' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '每词元 nat' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.04461
set rmargin at screen 0.84100
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [-5:255]
set xtics scale 0 nomirror ('0' 0, '50' 50, '100' 100, '150' 150, '200' 200, '250' 250)
set yrange [0:8]
set ytics scale 0 nomirror ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8)
set label '步' at screen 0.44281, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.82568, screen 0.28973 to screen 0.86600, screen 0.30982 nohead lc 4 lw 1.3 dt solid
set label 'nano，验证' at screen 0.87156, screen 0.30982 left textcolor rgb 'black' front
set arrow from screen 0.82568, screen 0.26956 to screen 0.86600, screen 0.27047 nohead lc 7 lw 1.3 dt solid
set label 'mini，验证' at screen 0.87156, screen 0.27047 left textcolor rgb 'black' front
set arrow from screen 0.81190, screen 0.25211 to screen 0.86600, screen 0.23111 nohead lc 6 lw 1.3 dt solid
set label 'mini，训练' at screen 0.87156, screen 0.23111 left textcolor rgb 'black' front
$series1 << EOD
8 4.965185991923014
23 3.1831251780192056
38 2.971709966659546
53 2.627787399291992
68 2.5271260658899943
83 2.4569334665934246
98 2.146340497334798
113 1.9538798014322916
128 1.77298796971639
143 1.6987548192342123
158 1.5183300614356994
173 1.4406019171079
188 1.3829989830652873
203 1.2624681870142618
218 1.3228026231129963
233 1.2464651743570963
245.5 1.269150573015213
EOD
$series2 << EOD
0 7.421430859305185
25 2.6208003859052225
50 2.2989634690589225
75 2.092082447249141
100 1.9074565716053484
125 1.7463244618044784
150 1.672641685873839
175 1.575844497410697
200 1.5389821422657266
225 1.4765358357307077
250 1.4688575258374292
EOD
$series3 << EOD
0 7.6245384162943015
25 3.0482556254868447
50 2.5811218618954226
75 2.378765529515792
100 2.1441217295977535
125 1.9720786760479623
150 1.8890737580028782
175 1.783976418003587
200 1.7477968809555988
225 1.7056616983419974
250 1.6997087665731143
EOD
plot $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
