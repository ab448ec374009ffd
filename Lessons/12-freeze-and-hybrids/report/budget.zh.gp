set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'budget.zh.svg'
set colorsequence podo
set key off
set label '一份预算，多种方法' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.02778, screen 0.88079 point pt 7 ps 0.9 lc 6 front
set label '基座自身的数' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.20417, screen 0.88079 point pt 5 ps 0.9 lc 7 front
set label '层旁另加的部分' at screen 0.22500, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.40000, screen 0.88079 point pt 9 ps 0.9 lc 4 front
set label '虚拟词元' at screen 0.42083, screen 0.88079 left textcolor rgb 'black' front
set label '测试准确率' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.96389
set tmargin at screen 0.78241
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [1039.5584403463429:1620340.8818832797]
set xtics scale 0 nomirror ('10,000' 10000, '100,000' 100000, '1M' 1000000)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label '训练的参数个数，各步平均' at screen 0.52447, screen 0.04398 center textcolor rgb 'black' front
set label '多数类' at screen 0.95833, screen 0.37577 right textcolor rgb 'black' front
set label '全参数微调' at screen 0.84318, screen 0.67340 left font ',12' textcolor rgb 'black' front
set label '冻结微调' at screen 0.67958, screen 0.71053 left font ',12' textcolor rgb 'black' front
set label 'BitFit' at screen 0.23406, screen 0.48050 left font ',12' textcolor rgb 'black' front
set label '层归一化微调' at screen 0.10015, screen 0.51345 left font ',12' textcolor rgb 'black' front
set label '先全参数微调，再 LoRA' at screen 0.65950, screen 0.61357 left font ',12' textcolor rgb 'black' front
set label 'LoRA' at screen 0.35847, screen 0.59191 left font ',12' textcolor rgb 'black' front
set label 'DoRA' at screen 0.35468, screen 0.51124 left font ',12' textcolor rgb 'black' front
set label 'IA3' at screen 0.18571, screen 0.60429 left font ',12' textcolor rgb 'black' front
set label '适配器' at screen 0.44230, screen 0.55931 left font ',12' textcolor rgb 'black' front
set label '前缀微调' at screen 0.29079, screen 0.45164 left font ',12' textcolor rgb 'black' front
set label '提示微调' at screen 0.12243, screen 0.40864 left font ',12' textcolor rgb 'black' front
set label 'P-tuning' at screen 0.51659, screen 0.44149 left font ',12' textcolor rgb 'black' front
$reference << EOD
1039.5584403463429 0.3333333333333333
1620340.8818832797 0.3333333333333333
EOD
$interval1 << EOD
1315968 0.8300000000000001 0.7954376910008722 0.8642494906643404
198528 0.8337499999999999 0.790577428782527 0.8738674401083005
4352 0.4749999999999999 0.4193528584955885 0.5332417473844774
1792 0.5263888888888889 0.4400691104491287 0.6086080911799019
273024.00000000006 0.7908333333333333 0.7340084512291036 0.8393730899912772
EOD
$interval2 << EOD
12288 0.6487499999999999 0.588251782674808 0.7076087342113673
11904 0.63125 0.5719943501170233 0.6855192416593976
2688 0.6680555555555555 0.6126576764667757 0.7200600506555013
25440 0.5979166666666667 0.5362240897863068 0.6544435955516787
EOD
$interval3 << EOD
7680 0.43 0.38554153933275176 0.4740900018876289
1280 0.41708333333333336 0.3665207696663758 0.46880564044483203
50816 0.4141666666666667 0.3694658932250329 0.4598751273339149
EOD
$group1 << EOD
1315968 0.8300000000000001
198528 0.8337499999999999
4352 0.4749999999999999
1792 0.5263888888888889
273024.00000000006 0.7908333333333333
EOD
$group2 << EOD
12288 0.6487499999999999
11904 0.63125
2688 0.6680555555555555
25440 0.5979166666666667
EOD
$group3 << EOD
7680 0.43
1280 0.41708333333333336
50816 0.4141666666666667
EOD
plot $reference using 1:2 with lines lc rgb 'black' lw 1.4 dt (6,5), \
  $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 7 lw 1.6, \
  $interval3 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 4 lw 1.6, \
  $group1 using 1:2 with points pt 7 ps 0.9 lc 6, \
  $group2 using 1:2 with points pt 5 ps 0.9 lc 7, \
  $group3 using 1:2 with points pt 9 ps 0.9 lc 4
