/**
 * Short forms in Sesotho, Setswana, Zulu, Xhosa, Shona, Chewa and of Muslim names, with the spellings of the full form.
 */
export const AFRICAN_NAME_FORMS = `
lebohang lebogang lebo hlobo
lehlohonolo lehlogonolo hloni nolo
boitumelo tumi itu boity
itumeleng tumi itu tumeleng
tumelo tumi
reitumetse itumetse tumi
nthabiseng nthabi thabi thabiseng
rethabile retha thabi
thabiso thabi
thabang thabi
refiloe refilwe refi fifi
palesa palee pali
lerato rato lera
relebohile relebogile lebo rele
realeboha realeboga lebo
likeleli dikeledi keli keledi
lineo dineo
lieketseng dieketseng eketseng
keketso keke ketso
kekeletso keke kekele
katleho katlego kat kats
kamohelo kamogelo kamo
keneuoe keneiloe kenewe kene
keabetsoe keabetswe keabe
khotso kgotso
khotsofalang kgotsofalang
karabo kara
kabelo kabi
kananelo kana
liteboho diteboho
teboho tebogo tebo tebza
tebello tebelo tebe
tsepo tshepo tshepi
tsepiso tshepiso tsepi tshepi
tsepang tshepang tsepi
tseliso tsheliso tshediso tsedi tsheli
matseliso matshediso
matsepo matshepo
moeketsi mooketsi eketsi
mamello mello mamelo
motlatsi tlatsi
mohlomi hlomi
mojalefa jalefa jale
limpho dimpho
pontso pontsho
retselisitsoe retshedisitswe reli
sebongile sebongi
sechaba chaba
thato thati
tlotliso tlotli
tokelo toki
ntsoaki ntswaki ntsoaks
nteboheleng nteboho ntebo
nthati thati
ntombizodwa ntombi
nomthandazo thandi nomtha
nomvula vuli nomvu
nokuthula thuli nokthula
nonhlanhla nonhle
nompumelelo mpume
nonkululeko nkuli noni
nosipho nosi
nontsikelelo ntsiki
noluthando noluthi
bongani bonga bongz
sibongile bongi
bongiwe bongi
busisiwe busi
sibusiso sbu sbusiso busi
siyabonga siya
siphiwe spiwe siph
sifiso sfiso
simphiwe mphiwe
sizwe siz
sandile sandi
zandile zandi
thandeka thandi
thandiwe thandi thandie
thandile thandi
thembinkosi themba
thembeka thembi
thembisile thembi
thulani thula
thulisile thuli
lindiwe lindi
lindelwa lindi
lungile lungi
lungisani lungi
mandlenkosi mandla mandlakayise
mduduzi mdu
dumisani dumi
jabulani jabu
jabulile jabu
khanyisile khanyi
hlengiwe hleng
nkosinathi nathi nkosi
nkululeko nkuli
mthokozisi mtho thoko
thokozani thoko
thokozile thoko
phumzile phumi
phindile phindi
vusumuzi vusi vusumzi
vuyisile vuyi
vuyokazi vuyo
xolani xola
zanele zani
zodwa zozo
zukiswa zuki
luyanda yanda
ayanda yaya
nomsa noms
andile andi
mzwandile mzwa
tendai tende
tatenda tate
takudzwa taku
tinashe tina nashe
tafadzwa tafi
rumbidzai rumbi
kudakwashe kuda
kudzai kudzi
munyaradzi munya
simbarashe simba
farai fari
chikondi chiko
mohammed muhammad mohamed mohammad muhammed mohamad mohamud mahomed md mohd muhd mo
abdullah abdulla abdallah abdul
abdulrahman abdurrahman abderrahman abdul rahman
ahmed ahmad ahamed ahmet
ibrahim ebrahim ibraheem
yusuf yousuf yousef youssef yusef
hussein hussain husain hossain hussien
hassan hasan
fatima fathima fatema fatma fatimah
aisha ayesha aysha aishah ayisha
khadija khadijah khadeeja
zainab zaynab zeinab
mustafa mustapha moustafa
omar umar oumar
osman usman uthman othman
`;
