set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'forgetting.zh.svg'
set colorsequence podo
set key off
set label '世界文本：训练后减训练前的损失' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.88079 point pt 5 ps 1.5 lc 6 front
set label 'nano' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.13539, screen 0.88079 point pt 5 ps 1.5 lc 7 front
set label 'mini' at screen 0.15344, screen 0.88079 left textcolor rgb 'black' front
set label '每词元 nat 数' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set label '装着适配器' at screen 0.21000, screen 0.05093 center textcolor rgb 'black' front
set label '取下适配器' at screen 0.51822, screen 0.05093 center textcolor rgb 'black' front
set label '全参数微调' at screen 0.82644, screen 0.05093 center textcolor rgb 'black' front
set lmargin at screen 0.05589
set rmargin at screen 0.98056
set tmargin at screen 0.77315
set bmargin at screen 0.08565
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noxtics
set border 1 lc rgb 'black' lw 1
set yrange [0:12]
set ytics scale 0 nomirror ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10, '12' 12)
set xrange [-0.5:2.5]
set xtics scale 0 nomirror ('' 0)
set label '8.61' at screen 0.15144, screen 0.70285 center font ',12' textcolor rgb 'black' front
set label '0.00' at screen 0.45966, screen 0.10648 center font ',12' textcolor rgb 'black' front
set label '0.96' at screen 0.76788, screen 0.16729 center font ',12' textcolor rgb 'black' front
set label '4.76' at screen 0.26856, screen 0.42662 center font ',12' textcolor rgb 'black' front
set label '0.00' at screen 0.57678, screen 0.10648 center font ',12' textcolor rgb 'black' front
set label '0.51' at screen 0.88501, screen 0.14049 center font ',12' textcolor rgb 'black' front
$bars1 << EOD
-0.19 8.612615206395276 0
0.81 0 0
1.81 0.9596185417613015 0
EOD
$bars2 << EOD
0.19000000000000006 4.758284058520803 0
1.19 0 0
2.1900000000000004 0.5057554326660465 0
EOD
$interval1 << EOD
-0.19 8.612615206395276 7.516673424680779 10.409410552187355
0.81 0 0 0
1.81 0.9596185417613015 0.8516439139673914 1.061308933172744
EOD
$interval2 << EOD
0.19000000000000006 4.758284058520803 3.8395221106608486 5.587810450702693
1.19 0 0 0
2.1900000000000004 0.5057554326660465 0.41494829228742486 0.5935636462484075
EOD
plot $bars1 using 1:2:($1-0.17859999999999998):($1+0.17859999999999998):3:2 with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using 1:2:($1-0.17859999999999998):($1+0.17859999999999998):3:2 with boxxyerror lc 7 fillstyle solid noborder, \
  $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $interval2 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4
