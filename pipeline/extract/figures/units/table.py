# ruff: noqa: E501  (one unit a line)
"""The unit table: one line a unit.

Columns, each ended by " ;": code (UCUM-like, ISO 4217 for money), name (singular English),
pint's name for the conversion (money has none), the words that write it in any case, and the
symbols, whose case must match; forms are separated by commas.
"""

from typing import Final

# code ; name ; pint ; words ; symbols
MEASURES: Final = """
m ; metre ; meter ; metre, metres, meter, meters ; m
km ; kilometre ; kilometer ; kilometre, kilometres, kilometer, kilometers, kilometre-, kms ; km, Km, KM
dm ; decimetre ; decimeter ; decimetre, decimetres, decimeter, decimeters ; dm
cm ; centimetre ; centimeter ; centimetre, centimetres, centimeter, centimeters ; cm
mm ; millimetre ; millimeter ; millimetre, millimetres, millimeter, millimeters ; mm
um ; micrometre ; micrometer ; micrometre, micrometres, micrometer, micrometers, micron, microns ; μm, µm, um
nm ; nanometre ; nanometer ; nanometre, nanometres, nanometer, nanometers ; nm
[mi_i] ; mile ; mile ; mile, miles ; mi
[nmi_i] ; nautical mile ; nautical_mile ; nautical mile, nautical miles ; nmi
[yd_i] ; yard ; yard ; yard, yards, yds ; yd
[ft_i] ; foot ; foot ; foot, feet ; ft, ft., ', ′
[in_i] ; inch ; inch ; inch, inches ; in, ins, in., ", ″, ”
[ly] ; light-year ; light_year ; light-year, light-years, light year, light years ;
m2 ; square metre ; meter**2 ; square metre, square metres, square meter, square meters, sq m, sq metres, sq meters, sqm, sq. m ; m2, m²
km2 ; square kilometre ; kilometer**2 ; square kilometre, square kilometres, square kilometer, square kilometers, sq km, sq. km ; km2, km²
[sft_i] ; square foot ; foot**2 ; square foot, square feet, sq ft, sq. ft, sq. ft., sqft, sq feet ; ft², ft2
[smi_us] ; square mile ; mile**2 ; square mile, square miles, sq miles, sq mi ;
[syd_i] ; square yard ; yard**2 ; square yard, square yards ;
[acr_us] ; acre ; acre ; acre, acres ;
har ; hectare ; hectare ; hectare, hectares ; ha
m3 ; cubic metre ; meter**3 ; cubic metre, cubic metres, cubic meter, cubic meters, cu m ; m3, m³
[cft_i] ; cubic foot ; foot**3 ; cubic foot, cubic feet, cu ft ; ft³
[cin_i] ; cubic inch ; inch**3 ; cubic inch, cubic inches ;
Mm3 ; million cubic metre ; ; mcm, mmcm ;
Gm3 ; billion cubic metre ; ; bcm ;
M[cft_i] ; million cubic foot ; ; mmcf, mmscf ;
M[cft_i]/d ; million cubic foot per day ; ; mmcfd, mmscfd, mcfd ;
G[cft_i] ; billion cubic foot ; ; bcf ;
T[cft_i] ; trillion cubic foot ; ; tcf ;
cm3 ; cubic centimetre ; centimeter**3 ; cubic centimetre, cubic centimetres, cubic centimeter, cubic centimeters ; cc, cm³
km/h ; kilometre per hour ; kilometer/hour ; kilometres per hour, kilometre per hour, kilometers per hour, kilometer per hour, kilometres an hour, kilometers an hour, kilometre an hour, kilometer an hour, kph, kmh, kmph ; km/h, km/hr
[mi_i]/h ; mile per hour ; mile/hour ; miles per hour, mile per hour, miles an hour, mile an hour, mph ; mi/h
m/s ; metre per second ; meter/second ; metres per second, metre per second, meters per second, meter per second, metres a second, meters a second ; m/s
[kn_i] ; knot ; knot ; knot, knots ; kt, kts
[mpg] ; mile per gallon ; mile/gallon ; miles per gallon, mile per gallon, miles to the gallon, mpg ;
kg ; kilogram ; kilogram ; kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos ; kg, kgs, Kg, KG
g ; gram ; gram ; gram, grams, gramme, grammes ; g, gm
mg ; milligram ; milligram ; milligram, milligrams, milligramme, milligrammes ; mg
ug ; microgram ; microgram ; microgram, micrograms, microgramme, microgrammes ; μg, µg, mcg
t ; tonne ; metric_ton ; tonne, tonnes, metric ton, metric tons ; t
[ston_av] ; ton ; short_ton ; ton, tons, short tons ;
kt ; kilotonne ; kilometric_ton ; kilotonne, kilotonnes, kiloton, kilotons ;
Mt ; megaton ; megametric_ton ; megatonne, megatonnes, megaton, megatons ; Mt
Gt ; gigaton ; gigametric_ton ; gigatonne, gigatonnes, gigaton, gigatons ; Gt
[lb_av] ; pound-mass ; pound ; lb, lbs ;
[oz_av] ; ounce ; ounce ; ounce, ounces, oz ;
[dr_av] ; dram ; dram ; dram, drams ;
[stone_av] ; stone ; stone ; stone, stones ; st
[car_m] ; carat ; carat ; carat, carats, karat, karats ;
l ; litre ; liter ; litre, litres, liter, liters ; l, L
ml ; millilitre ; milliliter ; millilitre, millilitres, milliliter, milliliters, mls ; ml, mL
Ml ; megalitre ; megaliter ; megalitre, megalitres, megaliter, megaliters ; ML
Gl ; gigalitre ; gigaliter ; gigalitre, gigalitres, gigaliter, gigaliters ; GL
cl ; centilitre ; centiliter ; centilitre, centilitres, centiliter, centiliters ; cl, cL
[gal_us] ; gallon ; gallon ; gallon, gallons ; gal
[bbl_us] ; barrel ; oil_barrel ; barrel, barrels, bbl, bbls ;
[bbl_us]/d ; barrel per day ; oil_barrel/day ; bpd, bopd, bbl/d, barrels per day, barrels a day, barrels-a-day, barrel per day, barrel a day ; b/d
[boe] ; barrel of oil equivalent ; ; boe, barrels of oil equivalent, barrel of oil equivalent ;
[boe]/d ; barrel of oil equivalent per day ; ; boepd, barrels of oil equivalent per day, barrels of oil equivalent a day ; boe/d
k[boe]/d ; thousand barrel of oil equivalent per day ; ; mboepd, kboepd ; mboe/d, kboe/d
[toe] ; tonne of oil equivalent ; ; tonne of oil equivalent, tonnes of oil equivalent ;
M[toe] ; million tonne of oil equivalent ; ; mtoe ;
Mt/a ; million tonne per year ; ; mtpa, mmtpa ;
t/a ; tonne per year ; ; tpa, tonnes per annum ;
[dwt] ; deadweight ton ; ; dwt, deadweight tons, deadweight tonnes ;
[pt_us] ; pint ; pint ; pint, pints ;
[qt_us] ; quart ; quart ; quart, quarts ;
[cup_us] ; cup ; cup ; cup, cups ;
[tsp_us] ; teaspoon ; teaspoon ; teaspoon, teaspoons, tsp ;
[tbs_us] ; tablespoon ; tablespoon ; tablespoon, tablespoons, tbsp ;
[bu_us] ; bushel ; bushel ; bushel, bushels ;
Cel ; celsius ; degree_Celsius ; celsius, celcius, centigrade, degrees celsius, degree celsius, degrees celcius, deg celsius, deg c, degrees centigrade, degree centigrade, degrees c, degree c ; C, °C, ºC, ° C, ℃
[degF] ; fahrenheit ; degree_Fahrenheit ; fahrenheit, farenheit, degrees fahrenheit, degrees farenheit, deg fahrenheit, deg f, degree fahrenheit, degrees f, degree f ; F, °F, ºF, ° F, ℉
K ; kelvin ; kelvin ; kelvin, kelvins ;
deg ; degree ; degree ; degree, degrees, deg, deg. ; °, º
W ; watt ; watt ; watt, watts ; W
kW ; kilowatt ; kilowatt ; kilowatt, kilowatts ; kW, KW, kw
MW ; megawatt ; megawatt ; megawatt, megawatts ; MW
GW ; gigawatt ; gigawatt ; gigawatt, gigawatts ; GW
TW ; terawatt ; terawatt ; terawatt, terawatts ; TW
W.h ; watt hour ; watt*hour ; watt hour, watt hours, watt-hour, watt-hours ; Wh
kW.h ; kilowatt hour ; kilowatt*hour ; kilowatt hour, kilowatt hours, kilowatt-hour, kilowatt-hours ; kWh, KWh, kwh
MW.h ; megawatt hour ; megawatt*hour ; megawatt hour, megawatt hours, megawatt-hour, megawatt-hours ; MWh
GW.h ; gigawatt hour ; gigawatt*hour ; gigawatt hour, gigawatt hours, gigawatt-hour, gigawatt-hours ; GWh
TW.h ; terawatt hour ; terawatt*hour ; terawatt hour, terawatt hours, terawatt-hour, terawatt-hours ; TWh
[HP] ; horsepower ; horsepower ; horsepower ; hp, HP, PS, bhp-metric
[bHP] ; brake horsepower ; horsepower ; brake horsepower ; bhp, BHP
N.m ; newton metre ; newton*meter ; newton metre, newton metres, newton meter, newton meters, newton-metres, newton-meters ; Nm, N⋅m
[ft_i].[lbf_av] ; foot pound-force ; foot*force_pound ; pound-feet, pound feet, foot-pounds, foot pounds, pound-foot ; lb-ft, lb ft, ft-lb, ft-lbs, lb.-ft.
V ; volt ; volt ; volt, volts ; V
kV ; kilovolt ; kilovolt ; kilovolt, kilovolts ; kV
A ; ampere ; ampere ; ampere, amperes, amp, amps ;
mA.h ; milliampere-hour ; milliampere*hour ; milliampere-hour, milliampere-hours, milliamp-hour, milliamp-hours ; mAh
Hz ; hertz ; hertz ; hertz ; Hz
kHz ; kilohertz ; kilohertz ; kilohertz ; kHz
MHz ; megahertz ; megahertz ; megahertz ; MHz
GHz ; gigahertz ; gigahertz ; gigahertz ; GHz
bit ; bit ; bit ; bit, bits ; b
By ; byte ; byte ; byte, bytes ;
kBy ; kilobyte ; kilobyte ; kilobyte, kilobytes ; kB, KB
MBy ; megabyte ; megabyte ; megabyte, megabytes ; MB
GBy ; gigabyte ; gigabyte ; gigabyte, gigabytes ; GB
TBy ; terabyte ; terabyte ; terabyte, terabytes ; TB
PBy ; petabyte ; petabyte ; petabyte, petabytes ; PB
Mbit/s ; megabit per second ; megabit/second ; megabits per second, megabit per second ; Mbps, Mb/s, Mbit/s
Gbit/s ; gigabit per second ; gigabit/second ; gigabits per second, gigabit per second ; Gbps, Gb/s, Gbit/s
[pixel] ; pixel ; ; pixel, pixels ; px
[Mpixel] ; megapixel ; ; megapixel, megapixels ; MP
Pa ; pascal ; pascal ; pascal, pascals ; Pa
kPa ; kilopascal ; kilopascal ; kilopascal, kilopascals ; kPa
MPa ; megapascal ; megapascal ; megapascal, megapascals ; MPa
GPa ; gigapascal ; gigapascal ; gigapascal, gigapascals ; GPa
mbar ; millibar ; millibar ; millibar, millibars ; mb, mbar
[psi] ; pound per square inch ; pound_force_per_square_inch ; pounds per square inch ; psi
[ksi] ; kilopound per square inch ; kip_per_square_inch ; kilopounds per square inch ; ksi
[ppm] ; part per million ; ppm ; parts per million, part per million, ppm ;
[ppb] ; parts-per-billion ; ; parts per billion, part per billion, ppb ;
{rev}/min ; revolutions per minute ; revolutions_per_minute ; revolutions per minute, rpm ;
cal ; calorie ; ; calorie, calories ; cal
kcal ; kilocalorie ; kilocalorie ; kilocalorie, kilocalories ; kcal
kJ ; kilojoule ; kilojoule ; kilojoule, kilojoules ; kJ
J ; joule ; joule ; joule, joules ;
dB ; decibel ; ; decibel, decibels ; dB
[Btu] ; british thermal unit ; Btu ; british thermal unit, british thermal units ; Btu, BTU
Sv ; sievert ; sievert ; sievert, sieverts ; Sv
mSv ; millisievert ; millisievert ; millisievert, millisieverts ; mSv
R ; roentgen ; roentgen ; roentgen, roentgens ; R
[teu] ; twenty-foot equivalent unit ; ; ; TEU, TEUs
"""

DURATIONS: Final = """
ms ; millisecond ; millisecond ; millisecond, milliseconds ; ms
s ; second ; second ; second, seconds, sec, secs ; s
min ; minute ; minute ; minute, minutes, min, mins ;
h ; hour ; hour ; hour, hours, hr, hrs ; h
d ; day ; day ; day, days ;
wk ; week ; week ; week, weeks, wk, wks ;
mo ; month ; month ; month, months, mth, mths ;
a ; year ; year ; year, years, yr, yrs ;
[decade] ; decade ; decade ; decade, decades ;
[century] ; century ; century ; century, centuries ;
[weekend] ; weekend ; ; weekend, weekends ;
[night] ; night ; ; night, nights ;
[quarter] ; quarter ; ; quarters ;
[fortnight] ; fortnight ; fortnight ; fortnight, fortnights ;
[generation] ; generation ; ; generation, generations ;
"""

PERCENTS: Final = """
% ; percentage ; ; percent, per cent, per-cent, pct, pct., percents ; %, pc, p.c., ％
[pp] ; percentage point ; ; percentage point, percentage points, percent points ; pp, ppt, ppts
[bp] ; basis point ; ; basis point, basis points ; bp, bps
[ppth] ; per mille ; ; per mille, per mil ; ‰
"""

RATIOS: Final = """
[times] ; time ; ; times, time-, fold ; x, X, ×
"""

# code ; name ; words ; symbols. The first unit that claims a form keeps it.
CURRENCIES: Final = """
USD ; dollar ; dollar, dollars, us dollar, us dollars, u.s. dollar, u.s. dollars, american dollars, buck, bucks, usd ; $, US$, USD, U.S.$, US $, U.S. $, $US
USD/100 ; cent ; cent, cents, us cents, u.s. cents ; ¢
EUR ; euro ; euro, euros, eur ; €, EUR
EUR/100 ; euro cent ; euro cents, eurocents ;
GBP ; pound sterling ; pound sterling, pounds sterling, british pound, british pounds, sterling, quid, gbp ; £, GBP, GB£, UK£
GBP/100 ; penny ; pence, penny, pennies ; p
JPY ; japanese yen ; yen, japanese yen ; ¥, JPY, JP¥, Y=, YEN, ￥
CNY ; chinese yuan ; yuan, chinese yuan, renminbi, yuan renminbi, rmb ; CNY, RMB, CN¥, 元
AUD ; australian dollar ; australian dollar, australian dollars ; A$, AU$, AUD, $A, AUS$
CAD ; canadian dollar ; canadian dollar, canadian dollars ; C$, CA$, CAD, $C, Cdn$
NZD ; new zealand dollar ; new zealand dollar, new zealand dollars, kiwi dollars ; NZ$, NZD, $NZ
HKD ; hong kong dollar ; hong kong dollar, hong kong dollars ; HK$, HKD, HK $, $HK
SGD ; singapore dollar ; singapore dollar, singapore dollars ; S$, SGD, $S
TWD ; taiwan dollar ; taiwan dollar, taiwan dollars, new taiwan dollars ; NT$, TWD
INR ; indian rupee ; rupee, rupees, indian rupee, indian rupees ; ₹, INR, Rs, Rs., Re
MUR ; mauritian rupee ; mauritian rupee, mauritian rupees ; MUR
NPR ; nepalese rupee ; nepalese rupee, nepalese rupees, nepali rupees ; NPR
SCR ; seychellois rupee ; seychellois rupee, seychelles rupees ; SCR
LKR ; sri lankan rupee ; sri lankan rupee, sri lankan rupees ; LKR
PKR ; pakistani rupee ; pakistani rupee, pakistani rupees ; PKR
MYR ; malaysian ringgit ; ringgit, ringgits, malaysian ringgit ; RM, MYR
MYR/100 ; sen ; sen ;
ILS ; shekel ; shekel, shekels, israeli shekel, israeli shekels, new shekels ; ₪, NIS, ILS
CHF ; swiss franc ; franc, francs, swiss franc, swiss francs ; CHF, SFr, Fr.
XOF ; cfa franc ; cfa franc, cfa francs, fcfa ; XOF, FCFA, CFA
XAF ; central african cfa franc ; ; XAF
RWF ; rwandan franc ; rwandan franc, rwandan francs ; RWF
CDF ; congolese franc ; congolese franc, congolese francs ; CDF
GNF ; guinean franc ; guinean franc, guinean francs ; GNF
BIF ; burundian franc ; burundian franc, burundian francs ; BIF
FRF ; french franc ; french franc, french francs ; FRF
BEF ; belgian franc ; belgian franc, belgian francs ; BEF
DEM ; deutsche mark ; deutsche mark, deutsche marks, deutschmark, deutschmarks, german marks ; DM, DEM
ITL ; italian lira ; italian lira, italian lire ; ITL
ESP ; spanish peseta ; peseta, pesetas, spanish pesetas ; ESP
NLG ; dutch guilder ; guilder, guilders, dutch guilder, dutch guilders ; NLG
FIM ; finnish markka ; markka, finnish markka, finnish markkas ; FIM
GRD ; greek drachma ; drachma, drachmas, greek drachmas ; GRD
PTE ; portuguese escudo ; escudo, escudos ; PTE
ATS ; austrian schilling ; austrian schilling, austrian schillings ; ATS
IEP ; irish pound ; irish pound, irish pounds ; IEP
ZAR ; south african rand ; rand, south african rand ; ZAR
BTC ; bitcoin ; bitcoin, bitcoins ; BTC, ₿
ETH ; ether ; ether ; ETH
TRY ; turkish lira ; lira, liras, turkish lira ; ₺, TRY
HRK ; croatian kuna ; kuna, kunas, croatian kuna ; kn, HRK
RUB ; russian ruble ; ruble, rubles, rouble, roubles, russian rubles, russian roubles ; ₽, RUB, RUR
CUP ; cuban peso ; cuban peso, cuban pesos ; CUP
DOP ; dominican peso ; dominican peso, dominican pesos ; DOP
UYU ; uruguayan peso ; uruguayan peso, uruguayan pesos ; UYU
MXN ; mexican peso ; mexican peso, mexican pesos ; MXN, Mex$
ARS ; argentine peso ; argentine peso, argentine pesos ; ARS
CLP ; chilean peso ; chilean peso, chilean pesos ; CLP
COP ; colombian peso ; colombian peso, colombian pesos ; COP
PHP ; philippine peso ; philippine peso, philippine pesos ; ₱, PHP
XXX ; peso ; peso, pesos ;
KRW ; south korean won ; won, korean won, south korean won ; ₩, KRW
UAH ; ukrainian hryvnia ; hryvnia, hryvnias, hryvnya ; ₴, UAH
GEL ; georgian lari ; lari ; GEL, ₾
BRL ; brazilian real ; reais, brazilian real, brazilian reais, reals ; R$, BRL
SEK ; swedish krona ; kronor, swedish krona, swedish kronor, swedish crowns ; SEK
NOK ; norwegian krone ; norwegian krone, norwegian kroner, norwegian crowns ; NOK
DKK ; danish krone ; danish krone, danish kroner, danish crown, danish crowns ; DKK
CZK ; czech koruna ; koruna, koruny, korunas, czech crowns ; CZK, Kč
ISK ; icelandic krona ; icelandic krona, icelandic kronur ; ISK
PLN ; polish zloty ; zloty, zlotys, zlotych, polish zloty ; PLN, zł
HUF ; hungarian forint ; forint, forints ; HUF, Ft
RON ; romanian leu ; lei, romanian lei ; RON
BGN ; bulgarian lev ; leva, bulgarian leva ; BGN
DZD ; algerian dinar ; algerian dinar, algerian dinars ; DZD
TND ; tunisian dinar ; tunisian dinar, tunisian dinars ; TND
LYD ; libyan dinar ; libyan dinar, libyan dinars ; LYD
BHD ; bahraini dinar ; bahraini dinar, bahraini dinars ; BHD, BD
RSD ; serbian dinar ; serbian dinars, serbian dinar ; RSD
THB ; thai baht ; baht, thai baht ; ฿, THB
IDR ; indonesian rupiah ; rupiah, indonesian rupiah ; IDR, Rp
VND ; vietnamese dong ; dong, vietnamese dong ; ₫, VND
BDT ; bangladeshi taka ; taka, takas ; BDT, Tk
KES ; kenyan shilling ; kenyan shilling, kenyan shillings, shilling, shillings ; KES, Ksh, KSh, Sh
TZS ; tanzanian shilling ; tanzanian shilling, tanzanian shillings ; TZS
UGX ; ugandan shilling ; ugandan shilling, ugandan shillings ; UGX, USh
NGN ; nigerian naira ; naira, nigerian naira ; ₦, NGN
GHS ; ghanaian cedi ; cedi, cedis, ghana cedis ; GHS, GH₵, GH¢
EGP ; egyptian pound ; egyptian pound, egyptian pounds ; EGP, LE
SDG ; sudanese pound ; sudanese pound, sudanese pounds ; SDG
SSP ; south sudanese pound ; south sudanese pound, south sudanese pounds ; SSP
SYP ; syrian pound ; syrian pound, syrian pounds ; SYP
LBP ; lebanese pound ; lebanese pound, lebanese pounds, lebanese lira ; LBP
SAR ; saudi riyal ; riyal, riyals, saudi riyal, saudi riyals ; SAR, SR
QAR ; qatari riyal ; qatari riyal, qatari riyals ; QAR
AED ; uae dirham ; dirham, dirhams, uae dirham, uae dirhams ; AED, Dh, Dhs
OMR ; omani rial ; omani rial, omani rials ; OMR
YER ; yemeni rial ; yemeni rial, yemeni rials ; YER
IRR ; iranian rial ; rial, rials, iranian rials ; IRR
IQD ; iraqi dinar ; iraqi dinar, iraqi dinars ; IQD
KWD ; kuwaiti dinar ; kuwaiti dinar, kuwaiti dinars ; KWD, KD
JOD ; jordanian dinar ; jordanian dinar, jordanian dinars ; JOD
XXD ; dinar ; dinar, dinars ;
KZT ; kazakhstani tenge ; tenge ; KZT, ₸
AFN ; afghani ; afghani, afghanis ; AFN
NAD ; namibian dollar ; namibian dollar, namibian dollars ; N$, NAD
JMD ; jamaican dollar ; jamaican dollar, jamaican dollars ; J$, JMD
TTD ; trinidad dollar ; trinidad dollars ; TT$, TTD
XCD ; east caribbean dollar ; east caribbean dollars ; EC$, XCD
ZWL ; zimbabwean dollar ; zimbabwe dollar, zimbabwe dollars, zimbabwean dollar, zimbabwean dollars ; ZWL
LRD ; liberian dollar ; liberian dollar, liberian dollars ; LRD
GYD ; guyanese dollar ; guyanese dollar, guyanese dollars, guyana dollars ; GYD
BBD ; barbadian dollar ; barbados dollar, barbados dollars, barbadian dollars ; BBD
BND ; brunei dollar ; brunei dollar, brunei dollars ; BND
ZMW ; zambian kwacha ; kwacha ; ZMW
BWP ; botswana pula ; pula ; BWP
ETB ; ethiopian birr ; birr ; ETB
MAD ; moroccan dirham ; moroccan dirhams ; MAD
PEN ; peruvian sol ; peruvian sol, peruvian soles ; PEN, S/.
BOB ; boliviano ; boliviano, bolivianos ; BOB
PYG ; paraguayan guarani ; guarani, guaranis ; ₲, PYG
VES ; venezuelan bolivar ; bolivar, bolivars, bolivares ; VES, VEF
CRC ; costa rican colon ; colones ; ₡, CRC
GTQ ; guatemalan quetzal ; quetzal, quetzals, quetzales ; GTQ
HNL ; honduran lempira ; lempira, lempiras ; HNL
NIO ; nicaraguan cordoba ; cordoba, cordobas ; NIO
MNT ; mongolian tugrik ; tugrik, tugriks, togrog ; ₮, MNT
LAK ; lao kip ; lao kip, kip ; ₭, LAK
KHR ; cambodian riel ; riel, riels ; ៛, KHR
MMK ; myanmar kyat ; kyat, kyats ; MMK
UZS ; uzbek sum ; uzbek sum, uzbek soum ; UZS
AMD ; armenian dram ; armenian dram, armenian drams ; ֏, AMD
AZN ; azerbaijani manat ; manat, manats ; ₼, AZN
BYN ; belarusian ruble ; belarusian ruble, belarusian rubles, belarusian roubles ; BYN
MDL ; moldovan leu ; moldovan lei ; MDL
ALL ; albanian lek ; lek, leks ;
MKD ; macedonian denar ; denar, denars ; MKD
MWK ; malawian kwacha ; malawian kwacha ; MWK
MZN ; mozambican metical ; metical, meticals, meticais ; MZN
AOA ; angolan kwanza ; kwanza, kwanzas ; AOA
GMD ; gambian dalasi ; dalasi, dalasis ; GMD
SLL ; sierra leonean leone ; leone, leones ; SLL
SZL ; swazi lilangeni ; emalangeni, lilangeni ; SZL
LSL ; lesotho loti ; maloti ; LSL
PGK ; papua new guinean kina ; kina ; PGK
FJD ; fiji dollar ; fiji dollars, fijian dollars ; FJ$, FJD
BAM ; convertible mark ; convertible marks ; BAM
"""
