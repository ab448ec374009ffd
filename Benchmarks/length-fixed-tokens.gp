set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'length-fixed-tokens.svg'
set colorsequence podo
set key off
set label 'Length of rows, the same tokens in a batch' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label 'share' at screen 0.01944, screen 0.88079 left textcolor rgb 'black' front
set lmargin at screen 0.08506
set rmargin at screen 0.77683
set tmargin at screen 0.84028
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [14.12324794065048:1160.0730985428977]
set xtics scale 0 nomirror ('16' 16, '32' 32, '64' 64, '128' 128, '256' 256, '512' 512, '1,024' 1024)
set yrange [0:1]
set ytics scale 0 nomirror ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, '100%%' 1)
set label 'tokens a row' at screen 0.43094, screen 0.04398 center textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.80931 to screen 0.80183, screen 0.80931 nohead lc 7 lw 1.3 dt solid
set label 'by the formulas' at screen 0.80739, screen 0.80931 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.76305 to screen 0.80183, screen 0.76305 nohead lc 4 lw 1.3 dt solid
set label 'of time in sgemm' at screen 0.80739, screen 0.76305 left textcolor rgb 'black' front
set arrow from screen 0.75725, screen 0.65701 to screen 0.80183, screen 0.65701 nohead lc 6 lw 1.3 dt solid
set label 'of the roof' at screen 0.80739, screen 0.65701 left textcolor rgb 'black' front
$interval1 << EOD
16 0.74644386650372 0.6847296285439809 0.8053792908592721
32 0.7618672125081101 0.7467273460609155 0.7691713449426038
64 0.756975592153168 0.7421071915823031 0.7587968494741201
128 0.7512287448340749 0.7397321264045407 0.7568885286743513
256 0.7411462792812085 0.7396670204437852 0.741798041506222
512 0.737792308943573 0.6971004596255165 0.7881606222885343
1024 0.7378389739217335 0.7048616441036001 0.7591716751041558
EOD
$series1 << EOD
16 0.74644386650372
32 0.7618672125081101
64 0.756975592153168
128 0.7512287448340749
256 0.7411462792812085
512 0.737792308943573
1024 0.7378389739217335
EOD
$series2 << EOD
16 0.9428165474383797
32 0.9435192327527099
64 0.9445643064221266
128 0.9455207169632246
256 0.9472693469203114
512 0.9504199183714789
1024 0.9557001035209076
EOD
$series3 << EOD
16 0.8889228753002186
32 0.8927610451949725
64 0.88791076848153
128 0.8874885188315952
256 0.8904237400349246
512 0.8916435353201057
1024 0.889529398007622
EOD
plot $interval1 using 1:3:(0):($4-$3) with vectors heads size screen 0.006,90 lc 6 lw 1.6, \
  $series1 using 1:2 with linespoints lc 6 lw 2.5 dt solid pt 7 ps 0.9, \
  $series2 using 1:2 with linespoints lc 7 lw 2.5 dt (16,6) pt 5 ps 0.9, \
  $series3 using 1:2 with linespoints lc 4 lw 2.5 dt (4,5) pt 9 ps 0.9
