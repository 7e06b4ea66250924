/**
 * Forms of English, Afrikaans, German, French and Portuguese names. The same name in another language is a form where
 * people use both.
 */
export const EUROPEAN_NAME_FORMS = `
aaron aron ron ronnie
abigail abbie abby abbey abi
abraham abe abram bram
adam ad
adelaide addie adele heidi della
adrian ade adriaan
agnes aggie nessie agnieszka
alan allan allen al
albert al bert bertie albie alberto albertus
alexander alex alec sandy xander alexandre sasha alexandru lex
alexandra alex sandra sandy alexa lexi lexie sasha alix
alexis alex lexi lexie
alfred alf alfie fred freddie alfredo
alice allie alicia
alison allison allyson
amanda mandy manda
amelia millie amy
andrew andy drew andries andre andreas anders
andrea andie andi
angela angie ange angelina
ann anne anna annie nan nancy ana annetjie
annelie anneliese annelize
annabel annabelle bella anna
anthony tony ant anton antonio antoine antony antoni
antonia toni tonia
archibald archie
arnold arnie arno
arthur art artie arturo
augustine augustin gus augie
augustina tina gussie
barbara barb barbie babs barbra
bartholomew bart barry
beatrice bea trixie beatrix bee beatriz
benjamin ben benny benji bennie benjie
bernadette bernie detta
bernard bernie barney bernhard bernardo
bertha bertie berta
bradley brad
brian bryan
bridget biddy bridie brigid brigitte
cameron cam
caroline carol carrie caro lina carolina carolyn
carol carole caroll
cassandra cass cassie sandra
catherine cath cathy kate katie kathy kat kit kitty katherine kathryn katharine cathryn catharine kathrin katharina catarina katrina trina katarina
cecilia cissy celia cecily cecile ceci
celestine celeste tina
charles charlie chas chuck charley chaz carl karl carlos carel karel
charlotte lottie charlie lotte charl charlene
christian chris christiaan cristian
christina chris chrissie tina christine kristina kirsten kristin christi christy christa kirsty kristen kristine cristina stina
christopher chris kit topher christoffel kristopher christoph christophe cristovao stoffel
clarence clarrie
claudia claudette
clement clem clemens
clementina clem tina clementine
clifford cliff
constance connie constantia
cornelius corne neels con cornelis kees
cornelia corlia nelia cora
cynthia cindy cyndi
daniel dan danny danie daan danilo
daniela danielle dani danny
david dave davey davie davy dawid
deborah deb debbie debby debra debora
dennis denis den denny
denise denyse
derek derrick rick dirk
diana diane di dianne
dominic dom nick dominik dominique
donald don donny donnie
donna donatella
dorothy dot dottie dolly dora dorothea thea
douglas doug dougie
edward ed eddie ned ted teddy edouard eduard eduardo
edwin ed eddie
edmund ed eddie ned
edgar ed eddie
eleanor ellie nell nellie nora elle leonor eleonora elinor
elias eli
elijah eli lige
elizabeth liz lizzie beth betty bess bessie betsy eliza elisabeth libby lisa lisbeth liza lizzy elsie elsabe elsa elise isabel ilse betje bettie elspeth
ellen nell nellie ellie elena
emily em millie emilie emmy
emma em emmie emmy
emmanuel manny manuel emanuel mani
eric rick rik erik
ernest ernie ernst ernesto
esther hester essie hettie ester hetty
eugene gene
eugenia genie
evelyn eve evie
ezekiel zeke
felicity fliss flick
ferdinand ferdi fernando nando
florence flo flora flossie florrie
frances fran frannie fanny francie franny francesca francisca francoise francina cisca
francis frank fran frankie francois francisco chico frans franz
franklin frank frankie
frederick fred freddie freddy rick frederik fredrick friedrich frikkie frits frederico
gabriel gabe gabby
gabriella gabby gabrielle gabi gabriela
geoffrey geoff jeff jeffrey jeffery
george georgie jorge georg georges joris jurie
georgina georgie gina georgia georgiana
gerald gerry jerry gerrie
gerard gerry jerry gerhard gerrit gerhardus
gertrude gertie trudy trudie gertruida truida
gilbert gil bert
gladys glad
gloria glo
graham graeme
gregory greg gregg gregor
gwendolyn gwen gwendoline
harold harry hal
harriet hattie harry hettie
helen nell nellie helena elena helene lena leni ellie eleni
henrietta etta hettie hetty henriette
henry harry hank hal hendrik henri heinrich hein hennie henrique henk drikus
herbert herb bert herbie
hilary hil hillary
howard howie
hugh hughie huw hugo
ian iain
ignatius iggy nash naas
irene rene
isaac ike zac izak sakkie isak
isabella isabel bella isabelle izzy isa bel belle ishbel sabella
isaiah zay
jacob jake jakob jack koos jacobus kobus jaco cobus jakobus coby
jacqueline jackie jacqui jacky jacquelyn
james jim jimmy jamie jem jimmie jacques tiago
jane janie jenny jeanne jean janey
janet jan janette
janice jan
jason jase jay
jean jeannie jeanie
jeffrey jeff
jennifer jen jenny jenni jenna jennie
jeremiah jerry jem
jeremy jerry jem
jerome jerry
jessica jess jessie
joan joanie joanne
joanna jo joanne johanna ansie joana jana
jochen joachim joaquim achim
john jack johnny jon jonny jan johan johannes hans johann joao jean hannes jannie jonnie juan johnnie yohannes giovanni
jonathan jon jonny jonathon johnathan
joseph joe joey jos jose joao josef jo zeca ze josephus pepe
josephine jo josie fina josefina josefa
joshua josh
joyce joy
judith judy judi jude
julia julie jules juliana juliet
julian jules julius juliao
justin just
karen kaz karin
kathleen kath kathy kate katie kat cathleen
kenneth ken kenny
kevin kev
kimberly kim kimberley
laura laurie lori lauren
lawrence larry laurie lawrie laurence lourens louwrens lars lorenzo lourenco
leonard len lenny leo leon lennie leonardo
leopold leo
leslie les lesley
lilian lily lil lillian lilly
linda lin lindy lyn
loretta lori etta
louis lou lewis louie luis lodewyk
louise lou lulu louisa luisa
lucas luke luc lukas
lucia lucy lucie luzia
lydia lyddie lydie
lynette lyn linette lynn
madeleine maddie maddy madeline magdalena lena
magdalena lena magda malena magdaleen maggie
malcolm mal
marcus mark marc markus marcos marco
margaret maggie meg peggy marge margie greta rita madge megan peg margarita margareta margarida margriet margot daisy grietjie marguerite margarete margo gretchen
maria mary marie mariah maryam mia ria molly marietjie mimi polly
marion mari marian
marjorie marge margie
martha mattie marta marty patty
martin marty martinus marthinus tienie
matilda tilly tilda mattie mathilda
matthew matt matty mat matthias mateus mathew matheus thys
maureen mo
maurice mo morris mauritz mauricio
maxwell max maximilian
melanie mel
melissa mel lissa missy
mercy merci
michael mike mick mickey micky mikey mikael michel miguel mikhail machiel giel misha micah michiel
michelle shell shelley michele chelle mich
mildred millie
millicent millie
miriam mimi mirjam maryam
monica mon monika nica
moses mose moises
nancy nan
natalie nat natalia nathalie tasha natasha
natasha tasha nat
nathan nat nate
nathaniel nat nate nathan
nehemiah nehi
nelson nel
nicholas nick nicky nico nicolas nikolas nicolaas klaas nikolaus klaus niklas
nicole nicky nikki nicola
nicola nicky nikki
norman norm
olivia liv livvy ollie
oliver ollie olly olivier
oscar ossie oskar
oswald ossie ozzie
pamela pam pammy
patience pat
patricia pat patty trish tricia patsy trisha paddy
patrick pat paddy rick patrice
paul paulie paulus pavel paulo pauli pablo
paula paulie pauline
paulina polly pauline lina
penelope penny
peter pete petrus pieter piet pedro pierre petrose petros petr petar
petronella nella petro nellie petra
philip phil pip philippe phillip filip flip filipe
phyllis phyl
priscilla cilla prissy
prudence prue
rachel rae ray raquel rachael
raphael rafael raf rafe
raymond ray raymund raimundo
rebecca becky becca beck rebekah reba bex
regina gina reggie
reginald reg reggie
richard rick dick ricky rich richie ricardo rikus dickie
robert rob bob bobby robbie bert roberto robby
roberta bobbie robbie
roderick rod roddy rick
rodney rod
roger rog rodger rogerio
roland rolly roly rolando
ronald ron ronnie ronny
rosalind roz ros
rosemary rose rosie romy
rosina rose rosie sina
rose rosie rosa
roxanne roxy
russell russ rusty
samantha sam sammy sammie
samuel sam sammy samuele samson
sandra sandy
sarah sally sadie sara sal zara saartjie saar
sebastian seb bas bastian sebastiao
selina lina selena celina
sharon shaz
sibyl syb sybil
sidney sid sydney syd
silvester sly sylvester vester
simon sim si simao siemen symon
simone simona
solomon sol solly
sophia sophie sofia fia sofie
stanley stan
stella estelle
stephanie steph stephie stefanie stef fanie
stephen steve steven stevie stefan stephan stefanus fanie faan steph estevao stephanus stephane
stuart stu stewart stew
susan sue susie suzie suzanne susanna suzy sanna sanet susannah suzette
sylvia sylvie silvia
terence terry terrence
theodore ted teddy theo theodor
theresa terry tess tessa teresa tracy therese terri treza trees resa
thomas tom tommy thom tomas tomaz thomasz
timothy tim timmy timoteo
tobias toby
ursula ulla
valerie val
veronica ronnie vera vero veronique
victor vic vik viktor vitor
victoria vicky vicki tori vic vickie
vincent vince vinny vin vincenzo vicente
violet vi viola
virginia ginny ginger gina
vivian viv vivienne vivien
walter wally walt wouter
wilfred wilf fred
wilhelmina mina wilma willa minnie helmien
william bill billy will willie willy liam wilhelm guillaume willem wim guilherme wil
winifred winnie freda fred
yvonne evonne vonnie
zachary zach zack zak zac zachariah zacharias zacharia zechariah
adelbert del bert
adeline dell ada addie adelina
adolphus dolph dolf adolf adolph
agatha aggie aggy
alastair al alistair alasdair alister
alberta bertie bert
alfreda freda
alma allie
althea thea
angus gus
annette netta anneke
antoinette netta toni nettie
ariana ari arianna arianne
arlene lena
arabella bella belle
ashley ash
barnabas barney
benedict ben bennie
bryony bry
calvin cal vin
camille millie cammie camilla cam
carmen carm
celestina tina
chester chet
christabel chris bella
clinton clint
cordelia delia cordy
courtney court
curtis curt
cyril cy
cyrus cy
damian damien
dalton dal
darlene dar
darren daz
delia dee
delilah lil
desmond des dez
desiree desi
dominica nica
doreen dory
duncan dunc
dwight ike
earnest ernie
ebenezer eben ben
edith edie
edmond ed eddie ted
effie euphemia
egbert bert
elaine lainie
eloise lois heloise
elvira vera
elwood woody
emil emile
erasmus rassie rasmus
ethel ettie
eunice nicey
eva eve evie ava
fabian fabi
felicia fee lisha
felix lix
fiona fi
frederica freda freddie frederika rika
gareth gaz gary
garfield gary
gavin gav
geraldine gerry deena
giovanni gio vanni
grace gracie gratia graca
griselda zelda
gustav gus gustavus gustaf
guy guido
hamilton ham
helga hella
herman manie hermann hermanus armando
hortense tensie
ida idie
immanuel manny manie
imogen immy
inge ingrid inga
isidore izzy dora
isadora dora
ivan vanya
jasper casper kasper
jefferson jeff
jerald jerry
jesse jess jessie
jocelyn joss lyn
jolene jo
jordan jordy jourdan
jorgen jurgen juergen
josiah joe si
juanita nita
kendra ken
kirk kirkie
kristin kris kristen
lambert bert lammie
lancelot lance
laverne verna
lazarus laz
leah lea lia
leonie leo leona
leonora nora leo
leroy roy lee
levi lee
lincoln linc link
lionel leo
lisa elisa
lois loyce
lucille lucy lucie lou
lucinda lucy cindy lu
luther lou
luana lu
marcel marcello marcelo
marcella marcy celia marcia
marcia marcy marsha
marianne marian mariana marianna
marilyn lyn
marina rina
marlene lena marly
marshall marsh
marvin marv mervin mervyn
mervin merv mervyn
meredith merry
minerva minnie
mitchell mitch
montgomery monty
morgan mo
muriel mu
myrtle myrt mert
nadine nada
napoleon nap leon
naomi nomi
nicodemus nick nico
noel noelle
obadiah obed obie
octavia tavia
olga olya
orlando lando
otto otis
parthenia thenie
pearl pearlie
percival percy
perpetua petua
philomena mena philly
pinky pinkie
quentin quint quinton
ralph rolf raoul raul
randolph randy dolph randall
rhoda rho
rhys reece reese
rosalie rosa rose roz
rosanna rosa rose roseanne roseann
rosamund roz ros rosie
rowena ro
ruben rube reuben
rudolph rudy rudi dolph rolf rudolf
rufus rufie
ruth ruthie
sabrina bree brina
sabina bina sabine
salome sally loma
seymour sy
shaun sean shawn
sheila shelagh
shirley shirl
sherry sheri cheryl sheryl sherri
spencer spence
sullivan sully
sylvanus sly
tabitha tabby
tamara tammy tam
tatiana tania tanya
temperance tempy
thaddeus thad tad
thelma thel
theodora dora theo thea
theodosia theo dosie
theophilus theo
tiffany tiff
tracy tracey
trevor trev
tristan tris
valentine val valentin
valentina val tina
vanessa nessa vanna
vera verra
vernon vern
wallace wally
wesley wes
whitney whit
wilbur will
willard will bill
willemien mina wilma willemina
winston win winnie
woodrow woody
yolanda yoli jolanda
zelda griselda
zenobia zena
`;
