set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'reliability.zh.svg'
set colorsequence podo
set key off
set label '手写：有多大把握，就有多准吗？' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '准确率' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.78889
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set xrange [0.5:1]
set xtics scale 0 nomirror ('50%%' 0.5, '60%%' 0.6, '70%%' 0.7, '80%%' 0.8, '90%%' 0.9, '100%%' 1)
set yrange [0.4:1]
set ytics scale 0 nomirror ('40%%' 0.4, '50%%' 0.5, '60%%' 0.6, '70%%' 0.7, '80%%' 0.8, '90%%' 0.9, '100%%' 1)
set label '置信度' at screen 0.43697, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.78889, screen 0.84028 to screen 0.81389, screen 0.84028 nohead lc 7 lw 1.3 dt solid
set label '把握与准确率一致' at screen 0.81944, screen 0.84028 left textcolor rgb 'black' front
set arrow from screen 0.77262, screen 0.61745 to screen 0.81389, screen 0.61745 nohead lc 6 lw 1.3 dt solid
set label '这个分类器' at screen 0.81944, screen 0.61745 left textcolor rgb 'black' front
set label '24' at screen 0.14060, screen 0.43808 left font ',12' textcolor rgb 'black' front
set label '16' at screen 0.28559, screen 0.29244 left font ',12' textcolor rgb 'black' front
set label '29' at screen 0.43883, screen 0.19200 left font ',12' textcolor rgb 'black' front
set label '34' at screen 0.56832, screen 0.25817 left font ',12' textcolor rgb 'black' front
set label '617' at screen 0.75812, screen 0.65217 left font ',12' textcolor rgb 'black' front
$series1 << EOD
0.5463226659138514 0.625
0.6493278435317829 0.5
0.7581857139388879 0.41379310344827586
0.8501778405947983 0.47058823529411764
0.9884439577806685 0.8087520259319287
EOD
$series2 << EOD
0.5 0.5
1 1
EOD
plot $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9
