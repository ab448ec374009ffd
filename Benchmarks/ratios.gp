set encoding utf8
set terminal svg size 720,870 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'ratios.svg'
set colorsequence podo
set key off
set label 'How many times faster than the peer' at screen 0.01944, screen 0.97356 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.03056, screen 0.94080 point pt 5 ps 1.5 lc 6 front
set label 'measured, with 95 % interval' at screen 0.04861, screen 0.94080 left textcolor rgb 'black' front
set label '' at screen 0.36911, screen 0.94080 point pt 5 ps 1.5 lc 7 front
set label 'goal' at screen 0.38717, screen 0.94080 left textcolor rgb 'black' front
set label 'mini-full' at screen 0.17772, screen 0.86212 right textcolor rgb 'black' front
set label 'mini-full-compile' at screen 0.17772, screen 0.79325 right textcolor rgb 'black' front
set label 'mini-lora' at screen 0.17772, screen 0.72438 right textcolor rgb 'black' front
set label 'sft' at screen 0.17772, screen 0.65551 right textcolor rgb 'black' front
set label 'gpt2-full' at screen 0.17772, screen 0.58664 right textcolor rgb 'black' front
set label 'gpt2-lora' at screen 0.17772, screen 0.51777 right textcolor rgb 'black' front
set label 'gpt2-classifier' at screen 0.17772, screen 0.44890 right textcolor rgb 'black' front
set label 'decode-f32' at screen 0.17772, screen 0.38003 right textcolor rgb 'black' front
set label 'decode-f16' at screen 0.17772, screen 0.31116 right textcolor rgb 'black' front
set label 'decode-bf16' at screen 0.17772, screen 0.24229 right textcolor rgb 'black' front
set label 'decode-int8' at screen 0.17772, screen 0.17342 right textcolor rgb 'black' front
set label 'tokenize-en-zh' at screen 0.17772, screen 0.10455 right textcolor rgb 'black' front
set lmargin at screen 0.18883
set rmargin at screen 0.92500
set tmargin at screen 0.89655
set bmargin at screen 0.07011
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set grid noytics
set border 2 lc rgb 'black' lw 1
set xrange [0:25]
set xtics scale 0 nomirror ('0' 0, '5' 5, '10' 10, '15' 15, '20' 20, '25' 25)
set yrange [11.5:-0.5]
set ytics scale 0 nomirror ('' 0)
set label 'ratio' at screen 0.55692, screen 0.02184 center textcolor rgb 'black' front
set label 'as fast as the peer' at screen 0.21828, screen 0.90805 center textcolor rgb 'black' front
set label '1.4' at screen 0.23919, screen 0.87520 left font ',12' textcolor rgb 'black' front
set label '1.2' at screen 0.23235, screen 0.80633 left font ',12' textcolor rgb 'black' front
set label '1.7' at screen 0.24735, screen 0.73746 left font ',12' textcolor rgb 'black' front
set label '3.0' at screen 0.28837, screen 0.66859 left font ',12' textcolor rgb 'black' front
set label '1.4' at screen 0.24159, screen 0.59972 left font ',12' textcolor rgb 'black' front
set label '1.3' at screen 0.23587, screen 0.53085 left font ',12' textcolor rgb 'black' front
set label '1.3' at screen 0.23819, screen 0.46198 left font ',12' textcolor rgb 'black' front
set label '1.8' at screen 0.25155, screen 0.39311 left font ',12' textcolor rgb 'black' front
set label '4.1' at screen 0.32441, screen 0.32424 left font ',12' textcolor rgb 'black' front
set label '4.3' at screen 0.34199, screen 0.25537 left font ',12' textcolor rgb 'black' front
set label '7.1' at screen 0.42153, screen 0.18650 left font ',12' textcolor rgb 'black' front
set label '22.2' at screen 0.88923, screen 0.11764 left font ',12' textcolor rgb 'black' front
set label '1.4' at screen 0.23700, screen 0.84903 left font ',12' textcolor rgb 'black' front
set label '1.0' at screen 0.22522, screen 0.78016 left font ',12' textcolor rgb 'black' front
set label '1.5' at screen 0.23995, screen 0.71129 left font ',12' textcolor rgb 'black' front
set label '2.5' at screen 0.26939, screen 0.64242 left font ',12' textcolor rgb 'black' front
set label '1.3' at screen 0.23406, screen 0.57355 left font ',12' textcolor rgb 'black' front
set label '1.5' at screen 0.23995, screen 0.50468 left font ',12' textcolor rgb 'black' front
set label '1.3' at screen 0.23406, screen 0.43581 left font ',12' textcolor rgb 'black' front
set label '1.3' at screen 0.23406, screen 0.36694 left font ',12' textcolor rgb 'black' front
set label '2.0' at screen 0.25467, screen 0.29807 left font ',12' textcolor rgb 'black' front
set label '2.0' at screen 0.25467, screen 0.22920 left font ',12' textcolor rgb 'black' front
set label '3.0' at screen 0.28412, screen 0.16033 left font ',12' textcolor rgb 'black' front
set label '1.0' at screen 0.22522, screen 0.09146 left font ',12' textcolor rgb 'black' front
$bars1 << EOD
-0.19 1.413118355606689 0
0.81 1.2274337340066765 0
1.81 1.6792210357969124 0
2.81 3.033728313259264 0
3.81 1.3791626850032865 0
4.8100000000000005 1.3188268446287321 0
5.8100000000000005 1.3330872380836247 0
6.8100000000000005 1.784664662062168 0
7.8100000000000005 4.131871139291587 0
8.809999999999999 4.3127164918452765 0
9.809999999999999 7.102321511406422 0
10.809999999999999 22.238879313731818 0
EOD
$bars2 << EOD
0.19000000000000006 1.4 0
1.19 1 0
2.1900000000000004 1.5 0
3.1900000000000004 2.5 0
4.19 1.3 0
5.19 1.5 0
6.19 1.3 0
7.19 1.3 0
8.19 2 0
9.19 2 0
10.19 3 0
11.19 1 0
EOD
$interval1 << EOD
-0.19 1.413118355606689 1.3882974950246285 1.4743638257120237
0.81 1.2274337340066765 1.207812190673404 1.2418266872330743
1.81 1.6792210357969124 1.6285185035099314 1.7512238629426105
2.81 3.033728313259264 2.790638000075381 3.1445131411673186
3.81 1.3791626850032865 1.311175600106541 1.5558799222933921
4.8100000000000005 1.3188268446287321 1.2660185093942045 1.3615411357200835
5.8100000000000005 1.3330872380836247 1.2801779152164146 1.4403746506118291
6.8100000000000005 1.784664662062168 1.6102432980398869 1.8940757260831482
7.8100000000000005 4.131871139291587 3.947878191809957 4.368406858854989
8.809999999999999 4.3127164918452765 3.997869055879713 4.965397322794162
9.809999999999999 7.102321511406422 6.73034780003818 7.66659156763957
10.809999999999999 22.238879313731818 21.682325353290622 23.54951909637388
EOD
$reference << EOD
-0.5 1
11.5 1
EOD
plot $bars1 using 2:1:3:2:($1-0.17859999999999998):($1+0.17859999999999998) with boxxyerror lc 6 fillstyle solid noborder, \
  $bars2 using 2:1:3:2:($1-0.17859999999999998):($1+0.17859999999999998) with boxxyerror lc 7 fillstyle solid noborder, \
  $interval1 using 3:1:($4-$3):(0) with vectors heads size screen 0.006,90 lc rgb 'black' lw 1.4, \
  $reference using 2:1 with lines lc rgb 'black' lw 1.4 dt (6,5)
