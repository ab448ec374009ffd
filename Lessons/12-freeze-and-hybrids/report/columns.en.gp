set encoding utf8
set terminal svg size 720,432 fixed noenhanced background '#ffffff' font 'Helvetica Neue, Arial, Noto Sans, PingFang SC, Hiragino Sans GB, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif,14'
set output 'columns.en.svg'
set colorsequence podo
set key off
set label 'Length and direction' at screen 0.01944, screen 0.94676 left font ',17' textcolor rgb 'black' front
set label '' at screen 0.02778, screen 0.88079 point pt 7 ps 0.9 lc 6 front
set label 'full' at screen 0.04861, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.11706, screen 0.88079 point pt 5 ps 0.9 lc 7 front
set label 'LoRA' at screen 0.13789, screen 0.88079 left textcolor rgb 'black' front
set label '' at screen 0.22772, screen 0.88079 point pt 9 ps 0.9 lc 4 front
set label 'DoRA' at screen 0.24856, screen 0.88079 left textcolor rgb 'black' front
set label 'change of length, as a share' at screen 0.01944, screen 0.82292 left textcolor rgb 'black' front
set lmargin at screen 0.07281
set rmargin at screen 0.96389
set tmargin at screen 0.78241
set bmargin at screen 0.14120
set border 1 lc rgb 'black' lw 1
set grid lt 1 lc rgb '#dddddd' lw 1 dt solid
set logscale x 10
set xrange [0.001749051885923774:0.36674876179689053]
set xtics scale 0 nomirror ('0.002' 0.002, '0.005' 0.005, '0.01' 0.01, '0.02' 0.02, '0.05' 0.05, '0.1' 0.1, '0.2' 0.2)
set logscale y 10
set yrange [0.0051147456211020235:0.6978315187016787]
set ytics scale 0 nomirror ('0.01' 0.01, '0.02' 0.02, '0.05' 0.05, '0.1' 0.1, '0.2' 0.2, '0.5' 0.5)
set label 'change of direction, 1 − cosine' at screen 0.51835, screen 0.04398 center textcolor rgb 'black' front
$group1 << EOD
0.0036451833901898177 0.008794190851947045
0.003246819986099875 0.00764734003561292
0.01140465238500377 0.01119490357203942
0.0021721331941505105 0.006609545922664729
0.002034732819535554 0.0062868376026496055
0.005077236955494962 0.00902217758600396
0.0025392836879132123 0.0058782288306932886
0.0025267638399371845 0.006031059963481291
0.005045621919043306 0.010036376695083445
EOD
$group2 << EOD
0.14965918840952896 0.1932562066913235
0.12904658191335044 0.18179096108712833
0.313732076480191 0.6071949233941994
0.09607341066577382 0.11881940646686984
0.08529187539541097 0.08411234189122246
0.21552200029007132 0.313495057642514
0.12625014954841843 0.15166980966345545
0.11703168929597321 0.14407223279456363
0.21806015349077276 0.34963200523277843
EOD
$group3 << EOD
0.14608517411254365 0.08608719547319515
0.1159562719943728 0.08234368081944227
0.31525643432019734 0.16539965332499057
0.10310005543290547 0.05726410174659255
0.09723437538494724 0.05830373410277415
0.2126730039676986 0.10243572259592214
0.14805453943752656 0.06353844221330161
0.12751330468341013 0.06259429192682181
0.23189277608513803 0.0956448998426083
EOD
plot $group1 using 1:2 with points pt 7 ps 0.9 lc 6, \
  $group2 using 1:2 with points pt 5 ps 0.9 lc 7, \
  $group3 using 1:2 with points pt 9 ps 0.9 lc 4
