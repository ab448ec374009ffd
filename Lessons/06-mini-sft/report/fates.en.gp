set encoding utf8
set terminal svg size 720,330 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'fates.en.svg'
set colorsequence podo
set key off
set label 'What became of the questions' at screen 0.01944, screen 0.93030 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.84394 point pt 5 ps 1.5 lc 6 front
set label 'right' at screen 0.04861, screen 0.84394 left textcolor rgb 'black' front
set label '' at screen 0.13247, screen 0.84394 point pt 5 ps 1.5 lc 7 front
set label 'echo' at screen 0.15053, screen 0.84394 left textcolor rgb 'black' front
set label '' at screen 0.23731, screen 0.84394 point pt 5 ps 1.5 lc 4 front
set label 'loop' at screen 0.25536, screen 0.84394 left textcolor rgb 'black' front
set label '' at screen 0.33650, screen 0.84394 point pt 5 ps 1.5 lc 8 front
set label 'empty' at screen 0.35456, screen 0.84394 left textcolor rgb 'black' front
set label '' at screen 0.45494, screen 0.84394 point pt 5 ps 1.5 lc 2 front
set label 'other' at screen 0.47300, screen 0.84394 left textcolor rgb 'black' front
set label 'mini, in the template' at screen 0.21564, screen 0.72485 right textcolor rgb 'black' front
set label 'mini, at its best' at screen 0.21564, screen 0.60485 right textcolor rgb 'black' front
set label 'nano tuned' at screen 0.21564, screen 0.48485 right textcolor rgb 'black' front
set label 'this run' at screen 0.21564, screen 0.36485 right textcolor rgb 'black' front
set label 'the long run' at screen 0.21564, screen 0.24485 right textcolor rgb 'black' front
set lmargin at screen 0.22675
set rmargin at screen 0.92500
set tmargin at screen 0.78485
set bmargin at screen 0.18485
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:1]
set xtics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set yrange [4.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label 'questions' at screen 0.57588, screen 0.05758 center textcolor rgb 'black' front
set label '12.4%' at screen 0.26988, screen 0.48485 center font ',12' textcolor rgb '#ffffff' front
set label '13.3%' at screen 0.27307, screen 0.36485 center font ',12' textcolor rgb '#ffffff' front
set label '21.6%' at screen 0.30205, screen 0.24485 center font ',12' textcolor rgb '#ffffff' front
set label '8.4%' at screen 0.34221, screen 0.48485 center font ',12' textcolor rgb '#ffffff' front
set label '7.8%' at screen 0.34655, screen 0.36485 center font ',12' textcolor rgb '#ffffff' front
set label '13.1%' at screen 0.42322, screen 0.24485 center font ',12' textcolor rgb '#ffffff' front
set label '100.0%' at screen 0.57588, screen 0.72485 center font ',12' textcolor rgb '#101010' front
set label '98.8%' at screen 0.57998, screen 0.60485 center font ',12' textcolor rgb '#101010' front
set label '78.0%' at screen 0.65255, screen 0.48485 center font ',12' textcolor rgb '#101010' front
set label '78.3%' at screen 0.65163, screen 0.36485 center font ',12' textcolor rgb '#101010' front
set label '64.5%' at screen 0.69978, screen 0.24485 center font ',12' textcolor rgb '#101010' front
$bars1 << EOD
0 0 0
1 0.00392156862745098 0
2 0.12352941176470589 0
3 0.1326797385620915 0
4 0.21568627450980393 0
EOD
$bars2 << EOD
0 0 0
1 0.00392156862745098 0.00392156862745098
2 0.08366013071895424 0.12352941176470589
3 0.07777777777777778 0.1326797385620915
4 0.13137254901960785 0.21568627450980393
EOD
$bars3 << EOD
0 0 0
1 0.00392156862745098 0.00784313725490196
2 0.011764705882352941 0.20718954248366012
3 0.006535947712418301 0.21045751633986928
4 0.00196078431372549 0.34705882352941175
EOD
$bars4 << EOD
0 0 0
1 0 0.011764705882352941
2 0.00065359477124183 0.21895424836601307
3 0 0.2169934640522876
4 0.0058823529411764705 0.34901960784313724
EOD
$bars5 << EOD
0 1 0
1 0.9882352941176471 0.011764705882352941
2 0.7803921568627451 0.2196078431372549
3 0.7830065359477124 0.2169934640522876
4 0.6450980392156863 0.3549019607843137
EOD
plot $bars1 using ($3+$2):1:3:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using ($3+$2):1:3:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 7 fillstyle solid noborder, \
  $bars3 using ($3+$2):1:3:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 4 fillstyle solid noborder, \
  $bars4 using ($3+$2):1:3:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 8 fillstyle solid noborder, \
  $bars5 using ($3+$2):1:3:($3+$2):($1-0.35719999999999996):($1+0.35719999999999996) with boxxyerror lc 2 fillstyle solid noborder
