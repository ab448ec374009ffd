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
set label '9.00' at screen 0.14836, screen 0.77770 center font ',12' textcolor rgb 'black' front
set label '7.31' at screen 0.33329, screen 0.65231 center font ',12' textcolor rgb 'black' front
set label '3.83' at screen 0.51822, screen 0.39871 center font ',12' textcolor rgb 'black' front
set label '4.52' at screen 0.70316, screen 0.44812 center font ',12' textcolor rgb 'black' front
set label '3.82' at screen 0.88809, screen 0.39759 center font ',12' textcolor rgb 'black' front
$bars1 << EOD
0 9.003701417978043 0
1 7.3086522432004815 0
2 3.830419851900605 0
3 4.520740214254787 0
4 3.8200086873365193 0
EOD
$interval1 << EOD
0 9.003701417978043 9.002230993999596 9.005155378789967
1 7.3086522432004815 7.293888042175847 7.322884651116768
2 3.830419851900605 3.742242757515492 3.9205614713832855
3 4.520740214254787 4.459698975469598 4.583439415037845
4 3.8200086873365193 3.737128533109225 3.9055587969716203
EOD
plot $bars1 using 1:2:($1-0.35719999999999996):($1+0.35719999999999996):3:2 with boxxyerror lc 6 fillstyle solid noborder, \
  $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4
