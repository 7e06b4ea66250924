import type { PopulationPack } from './population-pack.ts';

const electronic = {
  capture: 'electronic',
  kind: 'road',
  opens: 0,
  closes: 1440,
  missedArrivals: 0.03,
  missedDepartures: 0.05,
  outagesPerYear: 3,
} as const;

/** A small invented country inside one neighbour: the example of a pack, and what the tests of this package run on. */
export const examplePack: PopulationPack = {
  country: 'UTO',
  countryName: 'Utopia',
  neighbour: 'ZAF',
  districts: [
    { code: 'UT-N', name: 'North', population: 60_000, ports: ['UT-BRI', 'UT-PAS'] },
    { code: 'UT-S', name: 'South', population: 40_000, ports: ['UT-PAS', 'UT-BRI'] },
  ],
  ports: [
    { code: 'UT-BRI', name: 'Great Bridge', weight: 0.8, ...electronic, spellings: ['Great Bridge', 'Gt. Bridge'] },
    {
      ...{
        code: 'UT-PAS',
        name: 'High Pass',
        weight: 0.15,
        capture: 'manual',
        kind: 'mountain',
        opens: 420,
        closes: 1140,
      },
      ...{
        missedArrivals: 0.1,
        missedDepartures: 0.15,
        outagesPerYear: 0,
        spellings: ['High Pass', 'HIGH PASS', 'Hi Pass'],
      },
    },
    {
      code: 'UT-AIR',
      name: 'Airport',
      weight: 0.05,
      ...electronic,
      kind: 'air',
      missedArrivals: 0,
      spellings: ['Airport'],
    },
  ],
  namePools: {
    home: {
      surnames: [
        "Ts'olo",
        'Kholumo',
        'Tšephe',
        'Rakuoane',
        'Molapo',
        'Thamae',
        'Letsie',
        'Mohale',
        'Nkuebe',
        'Phafoli',
      ],
      female: ['Lineo', 'Limpho', 'Pontšo', "'Mathabo", 'Thandi', 'Puleng', 'Mpho', 'Keneuoe'],
      male: ['Thabo', 'Tšepo', 'Khotso', 'Teboho', 'Lehlohonolo', 'Pule', 'Moeketsi', 'Tefo'],
      secondFemale: ['Anna', 'Maria'],
      secondMale: ['Joseph', 'Paulus'],
    },
    abroad: {
      surnames: ['Müller', 'Chen', 'Moyo', 'Botha', 'Okafor', 'Élan', 'van der Berg'],
      female: ['Anna', 'Mei', 'Rudo', 'Ngozi', 'Hélène'],
      male: ['Jörg', 'Wei', 'Farai', 'Piet', 'Emeka'],
    },
  },
  soundAlikes: [
    ['tš', "ts'"],
    ['kh', 'kg'],
    ['oa', 'wa'],
    ['th', 't'],
    ['li', 'di'],
  ],
  citizens: {
    share: 0.8,
    pools: ['home'],
    passport: 'U?######',
    nationalId: '0#########',
    passportShare: 0.6,
    reissueShare: 0.1,
  },
  nationalities: [
    {
      code: 'ZAF',
      name: 'South Africa',
      spellings: ['RSA'],
      pools: ['abroad'],
      passport: 'A########',
      needsVisa: false,
    },
    {
      code: 'CHN',
      name: 'China',
      spellings: ['P.R. China'],
      pools: ['abroad'],
      passport: 'E########',
      needsVisa: true,
    },
    {
      code: 'COD',
      name: 'Democratic Republic of the Congo',
      spellings: ['DRC'],
      pools: ['abroad'],
      passport: 'OP#######',
      needsVisa: true,
    },
  ],
  segments: [
    segment('daily', 'citizen', 0.02, { kind: 'daily', attendance: 0.9 }, '3'),
    segment('weekly', 'citizen', 0.03, { kind: 'weekly', attendance: 0.9 }, '3'),
    segment('monthly', 'citizen', 0.06, { kind: 'monthly', homeDays: [2, 5], attendance: 0.8 }, '3'),
    { ...segment('learner', 'citizen', 0.1, { kind: 'terms' }, '1.3'), ages: [7, 17] },
    segment('seasonal', 'citizen', 0.06, { kind: 'season', fromMonth: 10, toMonth: 4 }, '3'),
    segment(
      'shopper',
      'citizen',
      0.1,
      { kind: 'trips', perYear: 20, sameDay: 0.8, stay: [1, 3], peaks: 'shopping' },
      '1.6',
    ),
    segment(
      'visitor',
      'citizen',
      0.2,
      { kind: 'trips', perYear: 3, sameDay: 0.1, stay: [2, 20], peaks: 'family' },
      '1.2',
    ),
    segment(
      'abroad',
      'citizen',
      0.1,
      { kind: 'migration', move: 'lives_abroad', visitsPerYear: 1.5, visit: [3, 21] },
      '1.2',
    ),
    segment(
      'emigrant',
      'citizen',
      0.05,
      { kind: 'migration', move: 'emigrates', visitsPerYear: 1, visit: [2, 14] },
      '9',
    ),
    {
      ...segment(
        'returner',
        'citizen',
        0.05,
        { kind: 'migration', move: 'returns', visitsPerYear: 1, visit: [2, 14] },
        '4',
      ),
      papers: ['return_case'],
    },
    { ...segment('deportee', 'citizen', 0.03, { kind: 'deported', longTerm: 0.4 }, '4'), papers: ['return_case'] },
    { ...segment('stays', 'citizen', 0, { kind: 'stays' }, '9'), ages: [0, 120] },
    {
      ...segment(
        'tourist',
        'foreign',
        0.5,
        { kind: 'trips', perYear: 2, sameDay: 0.3, stay: [1, 10], peaks: 'tourism', overstay: 0.05 },
        '1.1',
      ),
      ...{
        modes: { car: 0.9, air: 0.1 },
        papers: ['visa', 'removal'],
        refusedAttempts: 0.1,
        nationalities: { ZAF: 7, CHN: 3 },
      },
    },
    {
      ...segment(
        'trader',
        'foreign',
        0.2,
        { kind: 'migration', move: 'settled', visitsPerYear: 3, visit: [2, 30], leaves: 0.1 },
        '3',
      ),
      ...{ papers: ['residence_permit', 'work_permit'], nationalities: { CHN: 1 } },
    },
    {
      ...segment(
        'immigrant',
        'foreign',
        0.2,
        { kind: 'migration', move: 'immigrates', visitsPerYear: 3, visit: [2, 20] },
        '3',
      ),
      ...{ papers: ['visa', 'residence_permit', 'work_permit'], nationalities: { CHN: 1, ZAF: 1 } },
    },
    {
      ...segment('asylum', 'foreign', 0.1, { kind: 'asylum', unrecordedEntry: 0.3 }, '9'),
      ...{ papers: ['asylum_case'], nationalities: { COD: 1 } },
    },
  ],
  schoolTerms: [
    ['01-15', '03-24'],
    ['04-10', '06-20'],
    ['07-15', '09-26'],
    ['10-07', '12-05'],
  ],
  permitTypes: [
    { code: 'two_year', agencyCode: 'R2', label: 'Two-year permit', weight: 3 },
    { code: 'indefinite', agencyCode: 'IND', label: 'Indefinite permit', weight: 1 },
    { code: 'study', agencyCode: 'STU', label: 'Study permit', weight: 1 },
    { code: 'joining_relative', agencyCode: 'REL', label: 'Joining relative', weight: 1 },
  ],
  workPermitType: 'work',
  visaTypes: [{ code: 'tourist', agencyCode: 'Tourist', label: 'Tourist visa', weight: 1 }],
  refusalGrounds: [
    { code: 'no_document', agencyCode: 'A', label: 'No valid travel document', weight: 2 },
    { code: 'no_visa', agencyCode: 'C', label: 'No valid visa', weight: 1 },
  ],
  removalGrounds: [{ code: 'overstay', agencyCode: 'Overstayed', label: 'Overstay', weight: 1 }],
  occupations: [{ isco: '5221', isic: 'G', titles: ['Shopkeeper', 'Shop owner'], weight: 1 }],
  employers: ['Example Traders'],
  missions: ['Online'],
  purposeWords: {
    '1.1': ['Holiday'],
    '1.2': ['Visit'],
    '1.3': ['School'],
    '1.6': ['Shopping'],
    '3': ['Work'],
    '4': ['Return home'],
    '9': ['Other'],
  },
  words: { yes: ['Yes', 'E'], no: ['No', 'Che'], male: ['Male', 'Monna'], female: ['Female', 'Mosali'] },
  errors: {
    paperFactor: 3,
    formFactor: 2,
    rates: {
      ...{ surname_sound: 0.007, surname_typing: 0.005, given_sound: 0.005, given_typing: 0.004, names_swapped: 0.003 },
      ...{ marks_dropped: 0.01, initials_only: 0.002, second_name_dropped: 0.008, trailing_space: 0.006 },
      ...{ birth_day_month_swapped: 0.003, birth_digit: 0.002, birth_century: 0.0006, birth_impossible: 0.0003 },
      ...{ birth_missing: 0.003, document_look_alike: 0.004, document_transposed: 0.002, document_missing: 0.003 },
      ...{ sex_wrong: 0.001, sex_missing: 0.002, nationality_missing: 0.0015, code_variant: 0.003 },
    },
  },
};

type ExampleSegment = PopulationPack['segments'][number];

function segment(
  id: string,
  population: ExampleSegment['population'],
  share: number,
  schedule: ExampleSegment['schedule'],
  purpose: string,
): ExampleSegment {
  return { id, label: id, population, share, ages: [18, 70], schedule, purpose, modes: { foot: 0.5, car: 0.5 } };
}
