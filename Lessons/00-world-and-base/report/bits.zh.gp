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
set label '8.67' at screen 0.14836, screen 0.75266 center font ',12' textcolor rgb 'black' front
set label '7.24' at screen 0.33329, screen 0.64729 center font ',12' textcolor rgb 'black' front
set label '2.66' at screen 0.51822, screen 0.31181 center font ',12' textcolor rgb 'black' front
set label '3.27' at screen 0.70316, screen 0.35581 center font ',12' textcolor rgb 'black' front
set label '2.58' at screen 0.88809, screen 0.30632 center font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 8.667856083405448 0
1 7.239642469834385 0
2 2.6634461825720734 0
3 3.269271193275545 0
4 2.579953271429723 0
EOD
$interval1 << EOD
0 8.667856083405448 8.666451374120236 8.669253021200873
1 7.239642469834385 7.223279072116361 7.255609901553631
2 2.6634461825720734 2.5755817347612915 2.7546554854097143
3 3.269271193275545 3.1945637967398866 3.3450436328117585
4 2.579953271429723 2.4805282654343297 2.6811035246351467
EOD
plot $bars1 using 1:2:($1-0.35719999999999996):($1+0.35719999999999996):3:2 with boxxyerror lc 6 fillstyle solid noborder, \
  $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4
