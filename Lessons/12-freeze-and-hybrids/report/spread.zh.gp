set encoding utf8
set terminal svg size 720,474 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'spread.zh.svg'
set colorsequence podo
set key off
set label '种子间的离散程度' at screen 0.01944, screen 0.95148 left font ',17' textcolor rgb 'black' front
set label '全参数微调' at screen 0.23294, screen 0.82208 right textcolor rgb 'black' front
set label '冻结微调' at screen 0.23294, screen 0.74051 right textcolor rgb 'black' front
set label 'LoRA' at screen 0.23294, screen 0.65893 right textcolor rgb 'black' front
set label 'DoRA' at screen 0.23294, screen 0.57736 right textcolor rgb 'black' front
set label '适配器' at screen 0.23294, screen 0.49578 right textcolor rgb 'black' front
set label '前缀微调' at screen 0.23294, screen 0.41421 right textcolor rgb 'black' front
set label '提示微调' at screen 0.23294, screen 0.33263 right textcolor rgb 'black' front
set label 'P-tuning' at screen 0.23294, screen 0.25105 right textcolor rgb 'black' front
set label '先全参数微调，再 LoRA' at screen 0.23294, screen 0.16948 right textcolor rgb 'black' front
set lmargin at screen 0.24406
set rmargin at screen 0.92500
set tmargin at screen 0.86287
set bmargin at screen 0.12869
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:0.08]
set xtics scale 0 nomirror ('0%%' 0, '2%%' 0.02, '4%%' 0.04, '6%%' 0.06, '8%%' 0.08)
set yrange [8.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label '测试准确率的标准差' at screen 0.58453, screen 0.04008 center textcolor rgb 'black' front
set label '全参数微调' at screen 0.46699, screen 0.88397 center textcolor rgb 'black' front
set label '2.62%' at screen 0.47393, screen 0.82208 left font ',12' textcolor rgb 'black' front
set label '4.08%' at screen 0.59827, screen 0.74051 left font ',12' textcolor rgb 'black' front
set label '7.21%' at screen 0.86439, screen 0.65893 left font ',12' textcolor rgb 'black' front
set label '6.96%' at screen 0.84334, screen 0.57736 left font ',12' textcolor rgb 'black' front
set label '6.93%' at screen 0.84121, screen 0.49578 left font ',12' textcolor rgb 'black' front
set label '2.15%' at screen 0.47393, screen 0.41421 left font ',12' textcolor rgb 'black' front
set label '1.20%' at screen 0.35331, screen 0.33263 left font ',12' textcolor rgb 'black' front
set label '2.28%' at screen 0.47393, screen 0.25105 left font ',12' textcolor rgb 'black' front
set label '6.16%' at screen 0.77566, screen 0.16948 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 0.02619077681405148 0
1 0.04079883274171481 0
2 0.07206312604794819 0
3 0.06959012497349866 0
4 0.0693401995353701 0
5 0.021498636189877053 0
6 0.012020109179677115 0
7 0.02283867199010496 0
8 0.061639132992356266 0
EOD
$reference << EOD
-0.5 0.02619077681405148
8.5 0.02619077681405148
EOD
plot $bars1 using 2:1:3:2:($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 6 fillstyle solid noborder, \
  $reference using 2:1 with lines lc rgb 'black' lw 1.4 dt (6,5)
