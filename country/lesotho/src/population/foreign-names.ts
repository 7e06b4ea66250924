import type { NamePool } from '@leeto/population';

const words = (list: string): readonly string[] => list.trim().split(/\s+/u);
const phrases = (list: string): readonly string[] => list.trim().split(/\s*,\s*/u);

/** Names of people from abroad, by language. Persons made of them are invented. */
export const foreignNames: Readonly<Record<string, NamePool>> = {
  zulu: {
    surnames: words(
      'Dlamini Nkosi Ndlovu Khumalo Zulu Mthembu Mkhize Ngcobo Cele Buthelezi Zungu Sithole Hadebe Radebe Mbatha Shabalala Gumede Ntuli Mchunu Zwane Mthethwa Dube Xaba Majola Ngubane',
    ),
    female: words(
      'Nomvula Thandeka Zanele Nokuthula Ntombi Sibongile Busisiwe Lindiwe Thembi Nonhlanhla Ayanda Nompumelelo Zodwa Khanyisile Hlengiwe Phumzile',
    ),
    male: words(
      'Sipho Bongani Themba Sibusiso Mandla Musa Siyabonga Nkosinathi Thulani Vusi Mduduzi Jabulani Sifiso Lindani Zakhele Bheki',
    ),
    secondFemale: words('Precious Goodness Patience Beauty Gugu'),
    secondMale: words('Innocent Justice Wiseman Prince'),
  },
  xhosa: {
    surnames: words(
      'Ngcuka Mbeki Sisulu Mabandla Qwabe Nqakula Mdlalose Gqirana Sobukwe Ntshona Bhengu Makhubela Xuma Mhlaba Ngxola Gcaleka Tshabalala Mqhayi Sigcau Jordaan',
    ),
    female: words(
      'Nomsa Nosipho Noluthando Nombulelo Nomonde Lulama Nontsikelelo Zukiswa Babalwa Thembeka Vuyokazi Unathi',
    ),
    male: words('Luyanda Andile Mzwandile Xolani Lwazi Vuyo Siphiwo Mzimkhulu Loyiso Ayabulela Bulelani Zola'),
    secondFemale: words('Gladys Sylvia Albertina'),
    secondMale: words('Wellington Nelson Walter'),
  },
  sotho_za: {
    surnames: words(
      'Mofokeng Mokoena Motaung Tsotetsi Moloi Mahlatsi Motloung Radebe Moshoeshoe Khoza Molefe Tladi Mohapi Maseko Lebeko Phakathi Ditsele Kgabi Nhlapo Sekgonyane',
    ),
    female: words(
      'Dineo Dikeledi Palesa Lerato Mpho Puleng Disebo Nthabiseng Tshepiso Matshidiso Keneilwe Refilwe Boitumelo',
    ),
    male: words('Tshepo Thabo Teboho Lebogang Kagiso Tumelo Kgotso Tebogo Thabang Tshediso Moeketsi Pule Sello'),
    secondFemale: words('Maria Elizabeth Anna'),
    secondMale: words('Petrus Johannes Paulus'),
  },
  afrikaans: {
    surnames: phrases(
      'van der Merwe, Botha, Venter, Pretorius, Fourie, Nel, Coetzee, Kruger, van Wyk, du Plessis, Swanepoel, Steyn, Joubert, Viljoen, de Villiers, van Rooyen, Bezuidenhout, le Roux, Visser, Grobler, Strydom, Oosthuizen',
    ),
    female: words('Anna Maria Elsabé Marietjie Hester Susanna Annelie Riana Chantel Liezl Magdalena Zelda'),
    male: words('Johannes Pieter Hendrik Willem Jacobus Francois Gerhard Andries Stefan Deon Hannes Christo'),
    secondFemale: words('Cornelia Johanna Wilhelmina'),
    secondMale: words('Petrus Adriaan Louis'),
  },
  english: {
    surnames: phrases(
      "Smith, Jones, Taylor, Brown, Wilson, Evans, Walker, Clark, Wright, Thompson, Green, Baker, Mitchell, Campbell, Murray, Bennett, Hughes, Foster, O'Brien, O'Connor, Murphy, Kelly, MacDonald, Reid, Shaw, Carter, Howard",
    ),
    female: words('Emma Sarah Catherine Laura Helen Rachel Jennifer Alice Claire Rebecca Susan Margaret Hannah Joanna'),
    male: words('James David Michael Andrew Peter Richard Thomas Robert Simon Matthew Stephen Ian Graham Christopher'),
    secondFemale: words('Jane Louise Anne'),
    secondMale: words('Edward John William'),
  },
  chinese: {
    surnames: words(
      'Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Tang Lü',
    ),
    female: words('Fang Xiuying Na Min Jing Yan Juan Xia Meiling Xiaoyan Lihua Yuhua Guizhen Hongmei'),
    male: words('Wei Qiang Lei Jun Yong Tao Ming Chao Jianguo Zhiqiang Guoliang Xiaolong Haitao Wenbin'),
  },
  indian: {
    surnames: words(
      'Patel Singh Kumar Sharma Khan Shah Reddy Nair Desai Mehta Gupta Joshi Rao Iyer Pillai Naidoo Chetty Verma Mohammed',
    ),
    female: words('Priya Anjali Sunita Fatima Kavita Meena Lakshmi Deepa Nisha Asha Rekha'),
    male: words('Rajesh Amit Suresh Imran Vijay Anil Ramesh Yusuf Sanjay Mahesh Arjun Rakesh'),
    secondFemale: words('Ben Devi'),
    secondMale: words('Bhai Kumar'),
  },
  pakistani: {
    surnames: words('Khan Ahmed Hussain Malik Butt Chaudhry Iqbal Sheikh Qureshi Mirza Siddiqui Rana'),
    female: words('Ayesha Sana Nadia Saima Rabia Zainab'),
    male: words('Muhammad Ali Usman Bilal Asif Tariq Imran Kashif Naveed Zahid'),
  },
  bangladeshi: {
    surnames: words('Rahman Islam Hossain Uddin Miah Chowdhury Akter Begum Alam Sarkar'),
    female: words('Nasrin Salma Shirin Fatema Rahima'),
    male: words('Abdul Kamal Shahin Rafiqul Jahangir Mizanur Sohel Faruk'),
  },
  shona: {
    surnames: words(
      'Moyo Ncube Sibanda Dube Ndlovu Chigumba Mutasa Chikwanha Mapfumo Marufu Gumbo Chiweshe Mhlanga Zvobgo Mukanya Nyathi Makoni Chirwa Banda Muzenda',
    ),
    female: words('Tendai Rudo Chipo Nyasha Tsitsi Rumbidzai Fungai Tariro Vimbai Kudzai Ruvimbo'),
    male: words('Tatenda Farai Tinashe Takudzwa Simbarashe Munyaradzi Tafadzwa Blessing Kudakwashe Tonderai Godfrey'),
    secondFemale: words('Memory Loveness Precious'),
    secondMale: words('Trust Gift Talent'),
  },
  chewa: {
    surnames: words('Banda Phiri Mwale Chirwa Nkhoma Kamanga Tembo Zulu Mbewe Lungu Gondwe Jere'),
    female: words('Chikondi Mphatso Thokozani Tiyamike Ruth Mercy Grace'),
    male: words('Chisomo Limbani Kondwani Yamikani Madalitso Blessings Steve Patrick'),
  },
  mozambican: {
    surnames: phrases(
      'Machel, Chissano, Nhantumbo, Mondlane, Sitoe, Cossa, Macuácua, dos Santos, Matola, Muianga, Tembe, Bila',
    ),
    female: words('Graça Luísa Conceição Amélia Rosário Célia Fátima'),
    male: words('João Armando Joaquim Alberto Sérgio Nélson Zé António'),
  },
  congolese: {
    surnames: words(
      'Kabila Tshisekedi Mukendi Ilunga Kasongo Mbuyi Kalala Ngoy Lumumba Mutombo Kabongo Mwamba Banza Katanga Tshibangu',
    ),
    female: words('Béatrice Chantal Solange Espérance Furaha Neema Thérèse Joséphine'),
    male: words('Jean-Pierre Didier Patrice Emmanuel Dieudonné Fiston Serge Trésor Héritier'),
    secondFemale: words('Marie Claudine'),
    secondMale: words('Claude Joseph André'),
  },
  eritrean: {
    surnames: words(
      'Tesfay Ghebremedhin Habte Kidane Berhane Weldemichael Ghebreyesus Tekle Haile Okbazghi Andemariam',
    ),
    female: words('Selam Letebrhan Miriam Senait Abrehet Rahwa Feven'),
    male: words('Yonas Filmon Medhanie Isaias Daniel Samuel Robel Merhawi Kibrom'),
  },
  ethiopian: {
    surnames: words('Tesfaye Bekele Abebe Girma Mekonnen Tadesse Alemu Desta Kebede Assefa Wolde Lemma'),
    female: words('Hiwot Meseret Tigist Bethlehem Almaz Genet Aster'),
    male: words('Dawit Abel Yohannes Solomon Getachew Mulugeta Biruk Henok Tamrat'),
  },
  nigerian: {
    surnames: words('Okafor Adeyemi Okonkwo Eze Balogun Ibrahim Obi Nwosu Adebayo Chukwu Ogunleye Musa Okoro'),
    female: words('Chioma Ngozi Funmilayo Aisha Blessing Ifeoma Adaeze'),
    male: words('Chinedu Emeka Oluwaseun Tunde Ifeanyi Abubakar Uchenna Kelechi'),
  },
  kenyan: {
    surnames: words(
      'Otieno Mwangi Kamau Wanjiku Odhiambo Njoroge Kipchoge Achieng Mutua Kiptoo Mugisha Okello Ssali Namubiru',
    ),
    female: words('Wanjiru Akinyi Faith Mercy Nakato Grace Joyce'),
    male: words('Kevin Brian Dennis Wycliffe Moses Joseph Ronald'),
  },
  ghanaian: {
    surnames: words('Mensah Owusu Boateng Asante Appiah Osei Amoah Agyeman'),
    female: words('Akosua Abena Ama Esi Adwoa'),
    male: words('Kwame Kofi Kwabena Yaw Kojo'),
  },
  german: {
    surnames: phrases(
      'Müller, Schmidt, Schneider, Fischer, Weber, Wagner, Becker, Schäfer, Köhler, Krüger, von Berg, Jäger, Groß',
    ),
    female: words('Anna Katharina Sabine Ursula Lena Heike Käthe'),
    male: words('Jürgen Stefan Thomas Björn Lukas Wolfgang Jörg Günther'),
  },
  french: {
    surnames: phrases('Martin, Bernard, Dubois, Lefèvre, Moreau, Lambert, Rousseau, Chevalier, de la Tour, Gérard'),
    female: words('Hélène Camille Chloé Françoise Aurélie Élise'),
    male: words('François Étienne Julien Jérôme Pierre Rémi'),
  },
  dutch: {
    surnames: phrases('de Jong, Jansen, de Vries, van den Berg, Bakker, Visser, Smit, Meijer, van Dijk'),
    female: words('Anneke Sanne Femke Ingrid Marloes'),
    male: words('Jeroen Pieter Maarten Sjoerd Bas Daan'),
  },
  japanese: {
    surnames: words('Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi'),
    female: words('Yuko Akiko Haruka Naoko Misaki'),
    male: words('Hiroshi Takashi Kenji Daisuke Makoto'),
  },
};
