import type { PackDistrict, PackPort } from '@leeto/population';

const allDay = { opens: 0, closes: 1440 } as const;
const late = { opens: 360, closes: 1320 } as const;
const office = { opens: 480, closes: 960 } as const;
const electronic = {
  capture: 'electronic',
  kind: 'road',
  missedArrivals: 0.02,
  missedDepartures: 0.035,
  outagesPerYear: 3,
} as const;
const manual = {
  capture: 'manual',
  kind: 'mountain',
  missedArrivals: 0.07,
  missedDepartures: 0.11,
  outagesPerYear: 0,
} as const;

/**
 * Ports with a share of traffic each. Which posts are electronic and which keep paper is a scenario of the demonstration
 * (ten of fifteen electronic), not a statement on the posts.
 */
export const populationPorts: readonly PackPort[] = [
  {
    code: 'LS-MSB',
    name: 'Maseru Bridge',
    weight: 0.41,
    ...electronic,
    ...allDay,
    spellings: ['Maseru Bridge', 'MASERU BRIDGE', 'Maseru Br.', 'Maseru'],
  },
  {
    code: 'LS-MPB',
    name: 'Maputsoe (Ficksburg Bridge)',
    weight: 0.37,
    ...electronic,
    ...allDay,
    missedDepartures: 0.05,
    spellings: ['Maputsoe Bridge', 'Ficksburg Bridge', 'Maputsoe', 'MAPUTSOE'],
  },
  {
    code: 'LS-CDP',
    name: 'Caledonspoort',
    weight: 0.07,
    ...electronic,
    ...late,
    spellings: ['Caledonspoort', 'Caledons Poort'],
  },
  {
    code: 'LS-VRG',
    name: "Van Rooyen's Gate",
    weight: 0.06,
    ...electronic,
    ...late,
    spellings: ["Van Rooyen's Gate", 'Van Rooyens Gate', 'Van Rooyen'],
  },
  {
    code: 'LS-QNK',
    name: "Qacha's Nek",
    weight: 0.02,
    ...electronic,
    opens: 420,
    closes: 1200,
    spellings: ["Qacha's Nek", 'Qachas Nek'],
  },
  {
    code: 'LS-SNP',
    name: 'Sani Pass',
    weight: 0.012,
    ...electronic,
    opens: 360,
    closes: 1080,
    spellings: ['Sani Pass', 'Sani Top'],
  },
  { code: 'LS-PKB', name: 'Peka Bridge', weight: 0.014, ...electronic, ...office, spellings: ['Peka Bridge', 'Peka'] },
  {
    code: 'LS-MKB',
    name: 'Makhaleng Bridge',
    weight: 0.012,
    ...electronic,
    opens: 480,
    closes: 1080,
    spellings: ['Makhaleng Bridge', 'Makhaleng'],
  },
  {
    code: 'LS-TLB',
    name: 'Tele Bridge',
    weight: 0.014,
    ...electronic,
    opens: 480,
    closes: 1320,
    spellings: ['Tele Bridge', 'Telle Bridge', 'Tele'],
  },
  {
    code: 'LS-OLN',
    name: 'Ongeluksnek',
    weight: 0.002,
    ...manual,
    ...office,
    spellings: ['Ongeluksnek', "Ongeluk's Nek"],
  },
  {
    code: 'LS-RMG',
    name: "Ramatseliso's Gate",
    weight: 0.003,
    ...manual,
    ...office,
    spellings: ["Ramatseliso's Gate", 'Ramatseliso', 'Ramatšeliso Gate'],
  },
  {
    code: 'LS-MNP',
    name: 'Monontsha Pass',
    weight: 0.005,
    ...manual,
    ...office,
    spellings: ['Monontsha Pass', 'Monantsa Pass', 'Monontša'],
  },
  {
    code: 'LS-NKN',
    name: "Nkonkoana Gate (Bushman's Nek)",
    weight: 0.002,
    ...manual,
    ...office,
    spellings: ['Nkonkoana Gate', "Bushman's Nek", 'Nkonkoana'],
  },
  {
    code: 'LS-SPG',
    name: "Sephapo's Gate",
    weight: 0.006,
    ...manual,
    ...office,
    spellings: ["Sephapo's Gate", 'Sepapus Gate', 'Sephapo'],
  },
  {
    code: 'LS-MSU',
    name: 'Moshoeshoe I International Airport',
    weight: 0.02,
    ...electronic,
    kind: 'air',
    opens: 420,
    closes: 1140,
    missedArrivals: 0.004,
    missedDepartures: 0.006,
    spellings: ['Moshoeshoe I International Airport', 'Moshoeshoe I Airport', 'MSU'],
  },
];

/** Populations of the 2016 census (Bureau of Statistics), with the ports nearest to where the people live. */
export const populationDistricts: readonly PackDistrict[] = [
  { code: 'LS-A', name: 'Maseru', population: 519_186, ports: ['LS-MSB', 'LS-MPB', 'LS-MSU', 'LS-VRG'] },
  { code: 'LS-B', name: 'Botha-Bothe', population: 118_242, ports: ['LS-CDP', 'LS-MPB', 'LS-MNP'] },
  { code: 'LS-C', name: 'Leribe', population: 337_521, ports: ['LS-MPB', 'LS-PKB', 'LS-CDP'] },
  { code: 'LS-D', name: 'Berea', population: 262_616, ports: ['LS-MSB', 'LS-MPB', 'LS-PKB'] },
  { code: 'LS-E', name: 'Mafeteng', population: 178_222, ports: ['LS-VRG', 'LS-MSB', 'LS-SPG'] },
  { code: 'LS-F', name: "Mohale's Hoek", population: 165_590, ports: ['LS-MKB', 'LS-VRG', 'LS-MSB', 'LS-SPG'] },
  { code: 'LS-G', name: 'Quthing', population: 115_469, ports: ['LS-TLB', 'LS-MKB', 'LS-OLN'] },
  { code: 'LS-H', name: "Qacha's Nek", population: 74_566, ports: ['LS-QNK', 'LS-RMG'] },
  { code: 'LS-J', name: 'Mokhotlong', population: 100_442, ports: ['LS-CDP', 'LS-SNP', 'LS-MPB'] },
  { code: 'LS-K', name: 'Thaba-Tseka', population: 135_347, ports: ['LS-MPB', 'LS-MSB', 'LS-SNP'] },
];
