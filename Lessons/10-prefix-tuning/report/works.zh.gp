set encoding utf8
set terminal svg size 720,366 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'works.zh.svg'
set colorsequence podo
set key off
set label '前缀，与其他各种做法' at screen 0.01944, screen 0.93716 left font ',17' textcolor rgb 'black' front
set label '原样的 mini' at screen 0.15419, screen 0.76776 right textcolor rgb 'black' front
set label '词袋模型' at screen 0.15419, screen 0.65847 right textcolor rgb 'black' front
set label '从 N(0, 1) 抽取' at screen 0.15419, screen 0.54918 right textcolor rgb 'black' front
set label '从词句出发' at screen 0.15419, screen 0.43989 right textcolor rgb 'black' front
set label '由投影生成' at screen 0.15419, screen 0.33060 right textcolor rgb 'black' front
set label '全参数微调' at screen 0.15419, screen 0.22131 right textcolor rgb 'black' front
set lmargin at screen 0.16531
set rmargin at screen 0.92500
set tmargin at screen 0.82240
set bmargin at screen 0.16667
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:1]
set xtics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set yrange [5.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label '测试准确率' at screen 0.54515, screen 0.05191 center textcolor rgb 'black' front
set label '随机猜测' at screen 0.41854, screen 0.84973 center textcolor rgb 'black' front
set label '33.3%' at screen 0.47296, screen 0.76776 left font ',12' textcolor rgb 'black' front
set label '80.8%' at screen 0.85653, screen 0.65847 left font ',12' textcolor rgb 'black' front
set label '42.9%' at screen 0.58768, screen 0.54918 left font ',12' textcolor rgb 'black' front
set label '50.1%' at screen 0.63437, screen 0.43989 left font ',12' textcolor rgb 'black' front
set label '49.3%' at screen 0.77595, screen 0.33060 left font ',12' textcolor rgb 'black' front
set label '88.5%' at screen 0.87358, screen 0.22131 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 0.3333333333333333 0
1 0.8083333333333335 0
2 0.4291666666666667 0
3 0.5013888888888889 0
4 0.4930555555555556 0
5 0.8847222222222223 0
EOD
$interval1 << EOD
0 0.3333333333333333 0.2749999999999999 0.395833333333333
1 0.8083333333333335 0.7115180499935183 0.9007326875908491
2 0.4291666666666667 0.3369504843068628 0.5468407787707511
3 0.5013888888888889 0.3971051408424295 0.6082927382463503
4 0.4930555555555556 0.2865586450805015 0.7946635075479838
5 0.8847222222222223 0.844352858495588 0.9231786767977668
EOD
$reference << EOD
-0.5 0.33333333333333354
5.5 0.33333333333333354
EOD
plot $bars1 using 2:1:3:2:($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 6 fillstyle solid noborder, \
  $interval1 using 3:1:($4-$3):(0) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $reference using 2:1 with lines lc rgb 'black' lw 1.4 dt (6,5)
