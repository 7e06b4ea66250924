import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Indicators that any country's Profile can use. A country pack that adds its own gives them after these. */
export const commonIndicators = itemsOf(
  ['gdp_usd_million', 'Gross domestic product, million US dollars', ['GDP (current US$)', 'NY.GDP.MKTP.CD', 'gdp']],
  [
    'gdp_per_head_usd',
    'Gross domestic product per head, US dollars',
    ['GDP per capita (current US$)', 'NY.GDP.PCAP.CD', 'gdp per capita'],
  ],
  [
    'remittances_received_usd_million',
    'Personal remittances received, million US dollars',
    ['Personal remittances, received (current US$)', 'BX.TRF.PWKR.CD.DT', 'remittances received'],
  ],
  [
    'remittances_paid_usd_million',
    'Personal remittances paid, million US dollars',
    ['Personal remittances, paid (current US$)', 'BM.TRF.PWKR.CD.DT', 'remittances paid'],
  ],
  [
    'remittances_share_gdp',
    'Personal remittances received, per cent of gross domestic product',
    [
      'Personal remittances, received (% of GDP)',
      'BX.TRF.PWKR.DT.GD.ZS',
      'BX_TRF_PWKR',
      'remittances % of gdp',
      'remittances share of gdp',
    ],
  ],
  [
    'remittance_cost_share',
    'Cost of sending remittances, per cent of the amount sent',
    ['SI_RMT_COST', 'remittance cost'],
  ],
  ['population_total', 'Population', ['Population, total', 'SP.POP.TOTL', 'total population', 'population']],
  ['population_growth', 'Population growth, per cent a year', ['Population growth (annual %)', 'SP.POP.GROW']],
  ['urban_share', 'Urban population, per cent', ['Urban population (% of total population)', 'SP.URB.TOTL.IN.ZS']],
  [
    'unemployment_rate',
    'Unemployment, per cent of the labour force',
    ['Unemployment, total (% of total labor force)', 'SL.UEM.TOTL.ZS', 'unemployment'],
  ],
  ['net_migration', 'Net migration, persons', ['Net migration', 'SM.POP.NETM']],
  [
    'migrant_stock_total',
    'International migrant stock, persons',
    ['International migrant stock, total', 'SM.POP.TOTL', 'migrant stock'],
  ],
  [
    'migrant_stock_share',
    'International migrant stock, per cent of the population',
    ['International migrant stock (% of population)', 'SM.POP.TOTL.ZS'],
  ],
  ['emigrant_share', 'Emigrants, per cent of the population', ['emigrants share']],
  ['migration_datasets', 'Datasets with migration information in the country', ['datasets with migration information']],
  [
    'tourist_arrivals',
    'International visitor arrivals',
    ['International tourism, number of arrivals', 'ST.INT.ARVL', 'visitor arrivals'],
  ],
  [
    'population_density',
    'Inhabitants per square kilometre',
    ['Population density (people per sq. km of land area)', 'EN.POP.DNST'],
  ],
  ['median_age', 'Median age of the population, years', ['median age']],
  [
    'dependency_ratio',
    'Dependants per 100 persons of working age',
    ['Age dependency ratio (% of working-age population)', 'SP.POP.DPND'],
  ],
  ['total_fertility_rate', 'Children per woman', ['Fertility rate, total (births per woman)', 'SP.DYN.TFRT.IN', 'tfr']],
  [
    'infant_mortality_rate',
    'Deaths of infants per 1,000 live births',
    ['Mortality rate, infant (per 1,000 live births)', 'SP.DYN.IMRT.IN', 'imr'],
  ],
  ['life_expectancy', 'Life expectancy at birth, years', ['Life expectancy at birth, total (years)', 'SP.DYN.LE00.IN']],
  ['human_development_index', 'Human Development Index', ['hdi', 'human development index (hdi)']],
  [
    'labour_participation_rate',
    'Labour force, per cent of the population of 15 years and over',
    ['Labor force participation rate, total (% of total population ages 15+)', 'SL.TLF.CACT.ZS'],
  ],
  [
    'literacy_rate',
    'Adults who can read and write, per cent',
    ['Literacy rate, adult total (% of people ages 15 and above)', 'SE.ADT.LITR.ZS'],
  ],
  [
    'hiv_prevalence',
    'HIV, per cent of the population of 15 to 49 years',
    ['Prevalence of HIV, total (% of population ages 15-49)', 'SH.DYN.AIDS.ZS'],
  ],
  [
    'foreign_students',
    'Foreign students enrolled in the country',
    ['inbound internationally mobile students', 'foreign students'],
  ],
  [
    'students_abroad',
    'Students of the country enrolled abroad',
    ['outbound internationally mobile students', 'students abroad'],
  ],
  [
    'tertiary_emigration_rate',
    'Emigrants among those with tertiary education, per cent',
    ['tertiary emigration rate', 'SM.EMI.TERT.ZS'],
  ],
  ['physicians_abroad', 'Physicians trained in the country who work abroad', ['physicians abroad', 'doctors abroad']],
  ['nurses_abroad', 'Nurses trained in the country who work abroad', ['nurses abroad']],
  [
    'displaced_by_disasters',
    'Persons displaced within the country by disasters',
    ['internally displaced persons, disasters', 'VC.IDP.NWDS', 'idps disasters'],
  ],
  [
    'displaced_by_conflict',
    'Persons displaced within the country by conflict',
    ['internally displaced persons, conflict', 'VC.IDP.NWCV', 'idps conflict'],
  ],
  [
    'migrants_unemployment_rate',
    'Unemployment of migrants, per cent of their labour force',
    ['unemployment of migrants', 'foreign-born unemployment rate'],
  ],
  [
    'migrant_children_enrolled',
    'Children of migrants enrolled in school, per cent',
    ['school enrolment of migrant children'],
  ],
  ['bilateral_labour_agreements', 'Bilateral labour agreements in force', ['bilateral labour agreements']],
  [
    'visa_free_countries',
    'Countries that citizens may enter without a visa',
    ['visa free countries', 'visa-free destinations'],
  ],
  [
    'births_registered_share',
    'Children under five whose birth is registered, per cent',
    ['Completeness of birth registration (%)', 'SP.REG.BRTH.ZS', 'SG_REG_BRTH'],
  ],
);

/** What single published figures measure. */
export const indicator = defineClassification({
  id: 'indicator',
  label: { en: 'Indicators' },
  description: { en: 'What single published figures measure.' },
  version: '1',
  source: 'World Development Indicators; SDG indicators; IOM Migration Profiles guide',
  status: 'interim',
  items: commonIndicators,
});
