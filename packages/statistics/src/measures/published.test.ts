import { expect, test } from 'vitest';
import { computeMeasure } from '../compute-measure.ts';
import { cellOf, delivery, parameters, type Row, sessionWith } from '../session.fixture.ts';
import type { MeasureTable } from '../table.ts';

interface Published {
  readonly deliveries: readonly Row[];
  readonly rows: readonly Row[];
}

async function tableOf(
  id: string,
  register: string,
  { deliveries, rows }: Published,
  values: Record<string, number> = {},
): Promise<MeasureTable> {
  using session = await sessionWith({ delivery: deliveries, [register]: rows });
  return (await computeMeasure(session, id, { ...parameters, values })).table;
}

const un2019 = delivery('un2019', 'migrant_stock', {
  agency: 'undesa',
  published_on: '2019-08-01',
  is_synthetic: false,
});
const un2020 = delivery('un2020', 'migrant_stock', {
  agency: 'undesa',
  published_on: '2020-12-01',
  is_synthetic: false,
});
const bank = delivery('bank', 'migrant_stock', {
  agency: 'world_bank',
  published_on: '2021-01-01',
  is_synthetic: false,
});

function stock(
  delivery_id: string,
  origin: string,
  sex: string,
  time_period: string,
  obs_value: number | null,
  more: Row = {},
): Row {
  return { delivery_id, reference_area: 'LSO', origin, sex, time_period, basis: 'foreign_born', obs_value, ...more };
}

test('a later release replaces the slice, another publisher is not added up, missing totals are sums', async () => {
  const published = {
    deliveries: [un2019, un2020, bank],
    rows: [
      stock('un2019', 'ZAF', 'M', '2015', 100),
      stock('un2019', 'IND', 'M', '2015', 7),
      stock('un2020', 'ZAF', '_T', '2010', 150),
      stock('un2020', 'ZAF', 'M', '2015', 110),
      stock('un2020', 'ZAF', 'F', '2015', 90),
      stock('un2020', 'ZAF', '_T', '2020', 300),
      stock('un2020', '_T', '_T', '2020', 450),
      stock('bank', 'ZAF', '_T', '2015', 999),
      stock('bank', 'ZAF', '_T', '2017', 250),
      stock('un2020', 'CHN', 'M', '2020', 5),
      stock('un2020', 'CHN', 'F', '2020', null),
    ],
  };
  const table = await tableOf('foreign_born_stock', 'migrant_stock', published);
  expect(cellOf(table, 'undesa/foreign_born/ZAF/M/2015', 'persons')).toBe(110);
  expect(cellOf(table, 'undesa/foreign_born/ZAF/_T/2015', 'persons')).toBe(200);
  expect(cellOf(table, 'undesa/_T/_T/_T/2015', 'persons')).toBe(200);
  // Only in the older release: the newer one no longer has it.
  expect(cellOf(table, 'undesa/foreign_born/IND/M/2015', 'persons')).toBeUndefined();
  // A published total stays as it is, though its parts give less.
  expect(cellOf(table, 'undesa/foreign_born/_T/_T/2020', 'persons')).toBe(450);
  // One sex alone is no total.
  expect(cellOf(table, 'undesa/foreign_born/CHN/_T/2020', 'persons')).toBeUndefined();
  // The other publisher where it is the only one.
  expect(cellOf(table, 'world_bank/foreign_born/ZAF/_T/2015', 'persons')).toBeUndefined();
  expect(cellOf(table, 'world_bank/foreign_born/ZAF/_T/2017', 'persons')).toBe(250);
  expect(table.metadata.sources.map(({ agency }) => agency)).toEqual(['undesa', 'world_bank']);
  expect(table.metadata.referencePeriod).toBe('2010/2020');
  const all = await tableOf('foreign_born_stock', 'migrant_stock', published, { all_sources: 1 });
  expect(cellOf(all, 'world_bank/foreign_born/ZAF/_T/2015', 'persons')).toBe(999);
  expect(cellOf(all, 'undesa/foreign_born/ZAF/_T/2015', 'persons')).toBe(200);
});

test('emigrants abroad are read from the countries they live in, the total once over all bases', async () => {
  const table = await tableOf('emigrant_stock', 'migrant_stock', {
    deliveries: [un2020],
    rows: [
      {
        delivery_id: 'un2020',
        reference_area: 'ZAF',
        origin: 'LSO',
        sex: '_T',
        time_period: '2020',
        basis: 'foreign_born',
        obs_value: 200,
      },
      {
        delivery_id: 'un2020',
        reference_area: 'BWA',
        origin: 'LSO',
        sex: '_T',
        time_period: '2020',
        basis: 'foreign_citizens',
        obs_value: 30,
      },
      {
        delivery_id: 'un2020',
        reference_area: 'ZAF',
        origin: 'MOZ',
        sex: '_T',
        time_period: '2020',
        basis: 'foreign_born',
        obs_value: 9,
      },
    ],
  });
  expect(cellOf(table, 'undesa/foreign_born/ZAF/_T/2020', 'persons')).toBe(200);
  expect(cellOf(table, 'undesa/_T/BWA/_T/2020', 'persons')).toBe(30);
  expect(cellOf(table, 'undesa/_T/_T/_T/2020', 'persons')).toBe(230);
  expect(table.rows.filter(({ key }) => key[2] === '_T')).toHaveLength(1);
});

test('remittances: by sender with their sum, and the share of GDP computed, else as published', async () => {
  const world = delivery('wb', 'indicator_series', { agency: 'world_bank', published_on: '2024-01-01' });
  const central = delivery('cb', 'indicator_series', { agency: 'central_bank', published_on: '2024-06-01' });
  const senders = await tableOf('remittances_by_sender', 'remittance_flow', {
    deliveries: [delivery('wb', 'remittance_flow', { agency: 'world_bank' })],
    rows: [
      { delivery_id: 'wb', sender: 'ZAF', receiver: 'LSO', time_period: '2017', obs_value: 400.5 },
      { delivery_id: 'wb', sender: 'GBR', receiver: 'LSO', time_period: '2017', obs_value: 1.25 },
      { delivery_id: 'wb', sender: 'LSO', receiver: 'ZAF', time_period: '2017', obs_value: 3 },
    ],
  });
  expect(cellOf(senders, 'world_bank/_T/2017', 'usd_million')).toBe(401.75);
  const indicator = (delivery_id: string, name: string, time_period: string, obs_value: number): Row => ({
    delivery_id,
    reference_area: 'LSO',
    indicator: name,
    partner: '_T',
    time_period,
    obs_value,
  });
  const table = await tableOf('remittances_share_of_gdp', 'indicator_series', {
    deliveries: [world, central],
    rows: [
      indicator('wb', 'remittances_received_usd_million', '2020', 500),
      indicator('wb', 'gdp_usd_million', '2020', 2000),
      indicator('wb', 'remittances_share_gdp', '2020', 24),
      indicator('wb', 'remittances_share_gdp', '2006', 25),
      indicator('cb', 'remittances_received_usd_million', '2021', 400),
      indicator('wb', 'gdp_usd_million', '2021', 2000),
      indicator('wb', 'gdp_usd_million', '2022', 0),
    ],
  });
  expect(table.rows.map(({ key, values }) => [...key, values[0]])).toEqual([
    ['central_bank', 'computed', '2021', 20],
    ['world_bank', 'computed', '2020', 25],
    ['world_bank', 'published', '2006', 25],
  ]);
});

test('refugees and asylum are seen from both sides', async () => {
  const population = {
    deliveries: [delivery('u', 'refugee_population', { agency: 'unhcr' })],
    rows: [
      {
        delivery_id: 'u',
        asylum_country: 'LSO',
        origin: 'COD',
        population_type: 'refugees',
        time_period: '2023',
        obs_value: 200,
      },
      {
        delivery_id: 'u',
        asylum_country: 'LSO',
        origin: 'ETH',
        population_type: 'refugees',
        time_period: '2023',
        obs_value: 40,
      },
      {
        delivery_id: 'u',
        asylum_country: 'ZAF',
        origin: 'LSO',
        population_type: 'asylum_seekers',
        time_period: '2023',
        obs_value: 1000,
      },
    ],
  };
  const inside = await tableOf('refugee_population_in_country', 'refugee_population', population);
  expect(cellOf(inside, 'unhcr/refugees/_T/2023', 'persons')).toBe(240);
  const outside = await tableOf('refugees_from_country', 'refugee_population', population);
  expect(outside.rows.map(({ key, values }) => [key[2], values[0]])).toEqual([
    ['ZAF', 1000],
    ['_T', 1000],
  ]);
  const statistics = {
    deliveries: [delivery('u', 'asylum_statistic', { agency: 'unhcr' })],
    rows: ['N', 'A'].map((application_type) => ({
      delivery_id: 'u',
      asylum_country: 'LSO',
      origin: 'COD',
      indicator: 'applications',
      application_type,
      time_period: '2023',
      obs_value: 10,
    })),
  };
  const applications = await tableOf('asylum_statistics', 'asylum_statistic', statistics);
  expect(cellOf(applications, 'unhcr/applications/COD/2023', 'value')).toBe(20);
});

test('deaths: each incident once, dates of a year or a month, nothing stated is no zero', async () => {
  const published = {
    deliveries: [delivery('iom', 'migration_death', { agency: 'iom' })],
    rows: [
      {
        incident_id: 'i1',
        occurred_on: '2023-05-01',
        incident_region: 'Southern Africa',
        incident_country: 'LSO',
        origin_country: 'MOZ',
        dead: 2,
        missing: 1,
        cause: 'Drowning',
      },
      {
        incident_id: 'i1',
        occurred_on: '2023-05-01',
        incident_region: 'Southern Africa',
        incident_country: 'LSO',
        dead: 2,
        missing: 1,
        cause: 'Drowning',
      },
      {
        incident_id: 'i2',
        occurred_on: '2023',
        incident_region: 'Southern Africa',
        origin_country: 'LSO',
        dead_and_missing: 4,
        cause: 'Vehicle accident',
      },
      { incident_id: 'i3', occurred_on: '2023-06', incident_region: 'Mediterranean', cause: 'Drowning' },
    ].map((row) => ({ delivery_id: 'iom', ...row })),
  };
  const table = await tableOf('migration_deaths', 'migration_death', published);
  expect(cellOf(table, 'Southern Africa/_T/2023', 'dead_and_missing')).toBe(7);
  expect(cellOf(table, '_T/_T/_T', 'incidents')).toBe(3);
  expect(cellOf(table, 'Mediterranean/Drowning/2023', 'dead_and_missing')).toBeNull();
  const monthly = await tableOf('migration_deaths_by_month', 'migration_death', published);
  expect(cellOf(monthly, '_U/Southern Africa', 'dead_and_missing')).toBe(4);
  const own = await tableOf('migration_deaths_of_country', 'migration_death', published);
  expect(cellOf(own, 'incident_country/_T/2023', 'dead_and_missing')).toBe(3);
  expect(cellOf(own, 'origin_country/_T/2023', 'dead_and_missing')).toBe(4);
  expect(own.rows.some(({ key }) => key[0] === '_T')).toBe(false);
});

test('population by district is of all ages, and country indicators are as published', async () => {
  const population = await tableOf('population_by_district', 'population_count', {
    deliveries: [delivery('bos', 'population_count', { agency: 'bureau_of_statistics' })],
    rows: [
      ['LS-A', 'M', 'Y0T14', 10],
      ['LS-A', 'M', 'Y_GE15', 20],
      ['LS-A', 'F', 'Y0T14', 12],
      ['LS-A', 'F', 'Y_GE15', 25],
      ['LS-B', '_T', '_T', 50],
    ].map(([district, sex, age_group, obs_value]) => ({
      delivery_id: 'bos',
      reference_area: 'LSO',
      district: String(district),
      sex: String(sex),
      age_group: String(age_group),
      time_period: '2016',
      obs_value: Number(obs_value),
    })),
  });
  expect(cellOf(population, 'bureau_of_statistics/LS-A/_T/2016', 'persons')).toBe(67);
  expect(cellOf(population, 'bureau_of_statistics/_T/_T/2016', 'persons')).toBe(117);
  const indicators = await tableOf('country_indicators', 'indicator_series', {
    deliveries: [delivery('x', 'indicator_series')],
    rows: [
      {
        delivery_id: 'x',
        reference_area: 'LSO',
        indicator: 'special_permits_issued',
        partner: 'ZAF',
        unit: 'permits',
        time_period: '2016',
        obs_value: 90314,
      },
    ],
  });
  expect(cellOf(indicators, 'agency/special_permits_issued/permits/ZAF/2016', 'value')).toBe(90314);
});

test('a year that the next edition of a series passes over is no year of the series', async () => {
  const edition = (id: string, received_at: string) =>
    delivery(id, 'migrant_stock', { agency: 'undesa', received_at, is_synthetic: false });
  const elsewhere = (id: string, year: string) => stock(id, '_T', '_T', year, 1, { reference_area: 'BWA' });
  const published = {
    deliveries: [edition('older', '2026-01-01T08:00:00Z'), edition('newer', '2026-01-02T08:00:00Z')],
    rows: [
      // What the newer edition told again word for word stays with the older one.
      stock('older', '_T', '_T', '2010', 6414),
      stock('newer', '_T', '_T', '2015', 9152),
      stock('older', '_T', '_T', '2019', 6928),
      stock('newer', '_T', '_T', '2020', 12060),
      ...['2005', '2010', '2015', '2019'].map((year) => elsewhere('older', year)),
      ...['2005', '2010', '2015', '2020'].map((year) => elsewhere('newer', year)),
    ],
  };
  const table = await tableOf('foreign_born_stock', 'migrant_stock', published);
  const years = ['2010', '2015', '2019', '2020'];
  const value = (year: string) => cellOf(table, `undesa/foreign_born/_T/_T/${year}`, 'persons');
  expect(years.map(value)).toEqual([6414, 9152, undefined, 12060]);
});

test('persons told by birth and by citizenship are not added up', async () => {
  const published = {
    deliveries: [un2020],
    rows: [
      stock('un2020', '_T', '_T', '2020', 80, { basis: 'foreign_citizens' }),
      stock('un2020', '_T', '_T', '2020', 100),
    ],
  };
  const table = await tableOf('foreign_born_stock', 'migrant_stock', published);
  expect(cellOf(table, 'undesa/_T/_T/_T/2020', 'persons')).toBe(100);
});

test('applications told in persons and in cases count as persons', async () => {
  const row = (counted_unit: string, obs_value: number): Row => ({
    delivery_id: 'd',
    asylum_country: 'LSO',
    origin: 'COD',
    indicator: 'applications',
    time_period: '2024',
    counted_unit,
    obs_value,
  });
  const table = await tableOf('asylum_statistics', 'asylum_statistic', {
    deliveries: [delivery('d', 'asylum_statistic', { agency: 'unhcr', is_synthetic: false })],
    rows: [row('C', 20), row('P', 45)],
  });
  expect(cellOf(table, 'unhcr/applications/COD/2024', 'value')).toBe(45);
});
