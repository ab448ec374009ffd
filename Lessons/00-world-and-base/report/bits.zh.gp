set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'bits.zh.svg'
set colorsequence podo
set key off
set label '每字符比特，越低越好' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '每字符比特' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set label '未训练' at screen 0.14836, screen 0.05093 center textcolor rgb 'black' front
set label '一元模型' at screen 0.33329, screen 0.05093 center textcolor rgb 'black' front
set label '五元模型' at screen 0.51822, screen 0.05093 center textcolor rgb 'black' front
set label 'nano' at screen 0.70316, screen 0.05093 center textcolor rgb 'black' front
set label 'mini' at screen 0.88809, screen 0.05093 center textcolor rgb 'black' front
set lmargin at screen 0.05589
set rmargin at screen 0.98056
set tmargin at screen 0.83102
set bmargin at screen 0.08565
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noxtics
set border 1 lc rgb 'black' lw 1
set yrange [0:10]
set ytics scale 0 nomirror ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
set xrange [-0.5:4.5]
set xtics scale 0 nomirror ('' 0)
set label '9.08' at screen 0.14836, screen 0.78319 center font ',12' textcolor rgb 'black' front
set label '7.59' at screen 0.33329, screen 0.67329 center font ',12' textcolor rgb 'black' front
set label '3.43' at screen 0.51822, screen 0.36943 center font ',12' textcolor rgb 'black' front
set label '3.88' at screen 0.70316, screen 0.40141 center font ',12' textcolor rgb 'black' front
set label '3.43' at screen 0.88809, screen 0.36974 center font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 9.077415715108119 0
1 7.588471588655903 0
2 3.427273070583799 0
3 3.8797623602967595 0
4 3.4291330679060605 0
EOD
$interval1 << EOD
0 9.077415715108119 9.075987287091515 9.07882734749974
1 7.588471588655903 7.573007733343533 7.604401163119308
2 3.427273070583799 3.3265426374210603 3.5277131686876704
3 3.8797623602967595 3.799773992886302 3.956854044703375
4 3.4291330679060605 3.32371908903486 3.5319190632390107
EOD
plot $bars1 using 1:2:($1-0.35719999999999996):($1+0.35719999999999996):3:2 with boxxyerror lc 6 fillstyle solid noborder, \
  $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4
