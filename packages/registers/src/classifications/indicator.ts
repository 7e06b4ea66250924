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
