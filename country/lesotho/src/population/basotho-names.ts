import type { NamePool } from '@leeto/population';

const words = (list: string): readonly string[] => list.trim().split(/\s+/u);

/** Common Basotho names in Lesotho's orthography, roughly commonest first. Persons made of them are invented. */
export const basothoNames: NamePool = {
  surnames: words(`
    Mokoena Molefe Mohapi Tau Khumalo Sello Nkosi Molapo Letsie Moshoeshoe Mosala Motaung Thamae Ramaili Lebona Mokhethi
    Mofokeng Tsotetsi Mohale Ntho Phiri Sekhonyana Khoabane Makhetha Monaheng Motsamai Rapholo Sehloho Thabane Mosisili
    Metsing Mahao Letsoela Mokhele Nthunya Pheko Ramokoatsi Lerotholi Mothibe Maseko Moeketsi Molise Lesenyeho Majoro
    Mokhothu Leteka Khalema Makara Mohlomi Mofolo Sekese Segoete Machobane Khaketla Maama Masupha Theko Seeiso Griffith
    Mojela Peete Makhaola Mathealira Posholi Rakhoboso Ramatlapeng Tšiu Tšephe Ts'ehlo Tsolo Tlali Taole Thulo Thinyane
    Ranthimo Rantšo Rats'iu Ramoeletsi Ramainoane Raleting Rakuoane Qhobela Qhesi Phafoli Phamotse Phohlo Petlane Pitso
    Phakisi Ntlhakana Ntsane Ntšekhe Nts'ihlele Nyabela Nyapholi Ntaote Mphutlane Mpobole Mphahama Mothae Motsoene Motseki
    Motlomelo Motlatsi Moteane Mosoeunyane Mosito Moreke Moremi Moqhali Mopeli Moorosi Mongoako Monyake Monyane Molibeli
    Moleko Moletsane Mokuku Mokose Mokone Mokitimi Mokati Mokapane Mohloboli Mohlabi Moholoholo Moepi Mochochoko Moahloli
    Mphaka Mphats'oe Matsoso Matšela Matsepe Matete Matela Masoabi Masilo Masiloane Mashologu Mapetla Manyeli Mantšo
    Malefane Malebo Makoa Makoetje Makakole Maine Mahlatsi Mahase Maboloka Mabote Mabathoana Lithebe Liphoto Leuta Letlaka
    Leseteli Lesaoana Lerata Lephole Lephema Lenka Leluma Lekhooana Lehloenya Lehana Lefoka Ledimo Kometsi Kolobe Koloti
    Khoali Khitsane Khama Khabo Kabi Jobo Hlalele Hlaele Hlabeli Fosa Fako Chaka Chabeli Borotho Bereng Api Nchochoba
    'Musi 'Moso 'Nyane Selialia Sekoati Seithleko Sefali Sechele Semoli Setlai Sempe Sooane Sopeng Shale Shelile Tjatji
    Tjabane Tlhoriso Tohlang Tsekoa Ts'ilo Tumahole Putsoa Putsoane Qoane Nqojane Ncheke Nchee Nkuebe Nkhahle Nkofo`),
  female: words(`
    Lineo Limpho Palesa Lerato Mpho Puleng Nthabiseng Mamello Refiloe Rethabile Thato Keneuoe Matšeliso Relebohile Itumeleng
    Likeleli Lieketseng Mosa Khotso Pontšo Teboho Tšepiso Boitumelo Bonolo Nteboheleng Moliehi Mphonyane Nthati Nthatisi
    Makhotso Mathabo Malerato Mamosa Mampho Mapalesa Matumelo 'Mathabo 'Malineo 'Mamotho 'Mateboho 'Mamakhooa 'Mapuleng
    'Malebohang 'Makatleho 'Masello 'Matlali 'Mannuku 'Mapontšo 'Mats'epo 'Maneo 'Manthabiseng 'Marethabile 'Mamorena
    'Makananelo 'Malimpho 'Mamohau 'Malehlohonolo Tlalane Tsepiso Seipati Senate Selloane Sebolelo Sebabatso Ntsoaki Ntsebo
    Ntšoaki Ntaoleng Mookho Moleboheng Mookameli Motselisi Moipone Maleshoane Lipuo Liteboho Litsitso Litšeo Libuseng
    Lisebo Likhapha Likopo Letlotlo Lebohang Khahliso Khethisa Katleho Karabo Hlompho Hlobohang Felleng Disebo Bolelang
    Bokang Atang Nyakallo Nthateng Mosele Moroesi Morongoe Maitumeleng Makamohelo Kekeletso Keketso Kefuoe Tselane Thandiwe
    Tlotlisang Tumelo Reitumetse Retselisitsoe Realeboha Polo Phomolo Paballo Neo Neheng Mantoa Masabata Majoalane`),
  male: words(`
    Thabo Tšepo Teboho Lebohang Thabang Tumelo Mpho Katleho Neo Kabelo Tankiso Khotso Mohau Retšelisitsoe Lehlohonolo
    Tšeliso Moeketsi Thabiso Sello Molefi Mosiuoa Motlatsi Pitso Moshe Thato Rethabile Lerato Tebello Tefo Tieho Tlali
    Tlotliso Tokelo Tsotang Tseko Ts'episo Tšokolo Tsepang Tiisetso Thuso Thulo Thesele Tello Taelo Sekhobe Sechaba Seabata
    Selemo Sebota Samuele Ramosa Ramohapi Rapelang Ralitau Pule Potlako Poloko Phoka Phallang Pheello Pakalitha Paseka
    Ntsane Ntja Nthako Ntai Nkopane Nkuebe Mothibeli Mothusi Motsamai Motebang Mosuoe Mosotho Mosala Monyane Monaheng
    Mokhele Mokete Mojalefa Mohlomi Mohapi Mohale Moferefere Mefane Masupha Maseru Malefetsane Makalo Mahlomola Lesole
    Letsatsi Letlatsa Letuka Letsema Lepekola Leoatle Lekhooe Lekhanya Leabua Khopotso Khoabane Khauhelo Keketso Karabo
    Kananelo Joang Hlalele Hape Fusi Bokang Bofihla Bereng Bataung Atang Liau Likotsi Lira Liteboho Mahao Habofanoe Nyane
    Makhaola Malebanye Matete Matla Nketsi Ntoi Reatile Relebohile Sehloho Selibe Setho Theko Toka Tsietsi Utloang`),
  secondFemale: words(`
    Maria Elizabeth Anna Agnes Alina Emily Cecilia Martha Rosina Julia Theresa Augustina Clementina Bernadette Lydia Regina
    Victoria Paulina Josephine Sophia Esther Monica Selina Constance Alice Lucia Irene Violet Florence Georgina`),
  secondMale: words(`
    Joseph Petrose Paulus Daniel Johannes David Samuel Simon Patrick Jacob Michael Thomas Andreas Vincent Isaac Abel Ezekiel
    Moses Gabriel Solomon Zacharia Elias Azael Clement Peter Stephen Francis Gilbert Leonard Edward`),
};

/** Spellings of the same sound: Lesotho's and South Africa's orthography, and what clerks hear. */
export const sesothoSoundAlikes: readonly (readonly [string, string])[] = [
  ['tš', "ts'"],
  ['Tš', "Ts'"],
  ['tš', 'tsh'],
  ['Tš', 'Ts'],
  ["'M", 'M'],
  ['oa', 'wa'],
  ['oe', 'we'],
  ['ea', 'ya'],
  ['kh', 'kg'],
  ['Kh', 'Kg'],
  ['li', 'di'],
  ['Li', 'Di'],
  ['lu', 'du'],
  ['hl', 'tl'],
  ['ph', 'p'],
  ['th', 't'],
  ['tj', 'ch'],
  ['nch', 'ntj'],
  ['uo', 'uwo'],
  ['ei', 'ey'],
  ['oo', 'o'],
  ['aa', 'a'],
  ['ll', 'l'],
  ['nn', 'n'],
  ['qh', 'q'],
  ['c', 'k'],
  ['z', 's'],
  ['y', 'i'],
];
