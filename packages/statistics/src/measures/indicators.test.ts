import { expect, test } from 'vitest';
import { computeMeasure } from '../compute-measure.ts';
import { interimScoring } from '../reintegration/score-configuration.ts';
import { cellOf, delivery, parameters, type Row, sessionWith } from '../session.fixture.ts';
import type { MeasureTable } from '../table.ts';

async function tableOf(id: string, registers: Readonly<Record<string, readonly Row[]>>): Promise<MeasureTable> {
  const names = Object.keys(registers);
  using session = await sessionWith({ delivery: names.map((name) => delivery('d1', name)).slice(0, 1), ...registers });
  return (await computeMeasure(session, id, parameters)).table;
}

/** The first `yes` of the thirty sub-categories are in place, the next one half, the others not. */
function answers(yes: number, time_period = '2024', half = false): readonly Row[] {
  const codes = [2, 3, 4, 5, 6, 1].flatMap((domain) => ['a', 'b', 'c', 'd', 'e'].map((letter) => `${domain}${letter}`));
  return codes.map((subcategory, index) => ({
    reference_area: 'LSO',
    subcategory,
    time_period,
    answer: index < yes ? 'yes' : half && subcategory === '1e' ? 'legal_status' : 'no',
  }));
}

test.each([
  [30, false, 100, 4],
  [24, false, 80, 3],
  [23, true, 78.333, 2],
  [12, false, 40, 2],
  [11, true, 38.333, 1],
  [29, true, 98.333, 3],
])('%i policies in place, and one by half: %s, score %d and level %i', async (yes, half, score, level) => {
  const table = await tableOf('migration_policy_score', { policy_answer: answers(yes, '2024', half) });
  expect(cellOf(table, '_T/2024', 'score')).toBeCloseTo(score, 2);
  expect(cellOf(table, '_T/2024', 'level')).toBe(level);
  expect(cellOf(table, '_T/2024', 'answered')).toBe(30);
});

test('a domain is scored over its five answers, and not at all where one is missing', async () => {
  const rows = answers(7).filter(({ subcategory }) => subcategory !== '4c');
  const table = await tableOf('migration_policy_score', { policy_answer: rows });
  expect(cellOf(table, 'PD_2/2024', 'score')).toBe(100);
  expect(cellOf(table, 'PD_3/2024', 'score')).toBe(40);
  expect(cellOf(table, 'PD_4/2024', 'score')).toBeNull();
  expect(cellOf(table, 'PD_4/2024', 'answered')).toBe(4);
  expect(cellOf(table, '_T/2024', 'level')).toBeNull();
});

test('naturalisations are counted once a person and day, by previous citizenship and year', async () => {
  const person = (document_number: string, nationality: string, sex: string, granted_on: string): Row => ({
    document_number,
    document_issuing_state: nationality,
    nationality,
    sex,
    granted_on,
    naturalisation_ground: 'residence',
  });
  const table = await tableOf('naturalisations', {
    naturalisation: [
      person('A1', 'ZAF', 'F', '2024-03-01'),
      person('A1', 'ZAF', 'F', '2024-03-01'),
      person('A2', 'ZAF', 'M', '2024-05-01'),
      person('A3', 'IND', 'M', '2025-05-01'),
    ],
  });
  expect(cellOf(table, 'ZAF/residence/_T/2024', 'naturalisations')).toBe(2);
  expect(cellOf(table, '_T/_T/M/2025', 'naturalisations')).toBe(1);
});

test('districts gain and lose by those who changed district; the diagonal is nobody who moved', async () => {
  const moved = (from_district: string, to_district: string, sex: string, obs_value: number): Row => ({
    reference_area: 'LSO',
    migration_interval: 'lifetime',
    from_district,
    to_district,
    sex,
    time_period: '2016',
    obs_value,
  });
  const internal_migration = [
    moved('LS-A', 'LS-A', '_T', 1000),
    moved('LS-A', 'LS-C', 'M', 10),
    moved('LS-A', 'LS-C', 'F', 15),
    moved('LS-C', 'LS-A', '_T', 60),
    moved('_U', 'LS-A', '_T', 7),
    // One sex alone is no total.
    moved('LS-B', 'LS-A', 'F', 3),
  ];
  const matrix = await tableOf('internal_migration_matrix', { internal_migration });
  expect(cellOf(matrix, 'agency/lifetime/LS-A/LS-C/_T/2016', 'persons')).toBe(25);
  expect(cellOf(matrix, 'agency/lifetime/LS-B/LS-A/_T/2016', 'persons')).toBeUndefined();
  const balance = await tableOf('internal_migration_balance', { internal_migration });
  const source = balance.rows[0]?.key[0];
  expect(cellOf(balance, `${source}/lifetime/LS-A/2016`, 'moved_in')).toBe(67);
  expect(cellOf(balance, `${source}/lifetime/LS-A/2016`, 'moved_out')).toBe(25);
  expect(cellOf(balance, `${source}/lifetime/LS-C/2016`, 'balance')).toBe(-35);
});

test('victims are told per 100,000 inhabitants of their sex and year', async () => {
  const victims = (sex: string, age_group: string, obs_value: number): Row => ({
    reference_area: 'LSO',
    exploitation: 'forced_labour',
    sex,
    age_group,
    time_period: '2024',
    obs_value,
  });
  const inhabitants = (sex: string, obs_value: number): Row => ({
    reference_area: 'LSO',
    district: '_T',
    sex,
    age_group: '_T',
    time_period: '2024',
    obs_value,
  });
  const table = await tableOf('detected_trafficking_victims', {
    trafficking_detection: [
      victims('F', 'Y0T17', 20),
      victims('F', 'Y_GE18', 30),
      victims('M', 'Y0T17', 10),
      victims('M', 'Y_GE18', 12),
    ],
    population_count: [inhabitants('_T', 2_000_000), inhabitants('F', 1_000_000)],
  });
  const source = table.rows[0]?.key[0];
  expect(cellOf(table, `${source}/_T/_T/_T/2024`, 'victims')).toBe(72);
  expect(cellOf(table, `${source}/_T/_T/_T/2024`, 'per_100000')).toBeCloseTo(3.6);
  expect(cellOf(table, `${source}/_T/F/_T/2024`, 'per_100000')).toBeCloseTo(5);
  expect(cellOf(table, `${source}/_T/M/_T/2024`, 'per_100000')).toBeNull();
});

test('recruitment costs are in months of the first earnings', async () => {
  const interview = (number: number, cost_paid: number, monthly_earnings: number | null): Row => ({
    interview_number: `I${number}`,
    interviewed_on: '2024-06-01',
    destination: 'ZAF',
    sex: 'F',
    cost_paid,
    monthly_earnings,
  });
  const table = await tableOf('recruitment_costs', {
    recruitment_cost: [
      interview(1, 1000, 1000),
      interview(2, 3000, 1000),
      interview(3, 8000, 1000),
      interview(4, 5, 0),
      interview(3, 8000, 1000),
    ],
  });
  expect(cellOf(table, 'ZAF/F/2024', 'workers')).toBe(3);
  expect(cellOf(table, 'ZAF/_T/2024', 'median_months')).toBe(3);
  expect(cellOf(table, 'ZAF/_T/2024', 'mean_months')).toBe(4);
});

test('a remittance costs its fee and the margin of the rate; other amounts are left aside', async () => {
  const offer = (sender: string, fee: number, exchange_margin: number | null, amount_sent = 200): Row => ({
    collected_on: '2024-02-01',
    sender,
    receiver: 'LSO',
    amount_sent,
    fee,
    exchange_margin,
  });
  const table = await tableOf('remittance_costs', {
    remittance_price: [offer('ZAF', 10, null), offer('ZAF', 20, 1), offer('GBR', 4, 2), offer('ZAF', 90, 0, 500)],
  });
  expect(cellOf(table, 'ZAF/LSO/2024', 'mean_cost')).toBeCloseTo(8);
  expect(cellOf(table, 'ZAF/LSO/2024', 'lowest_cost')).toBeCloseTo(5);
  expect(cellOf(table, '_T/LSO/2024', 'mean_cost')).toBeCloseTo(6);
  expect(cellOf(table, '_T/LSO/2024', 'offers')).toBe(3);
});

test('refugees are set against the population of the same year', async () => {
  const table = await tableOf('refugees_per_100000', {
    refugee_population: [
      { origin: 'LSO', asylum_country: 'ZAF', population_type: 'refugees', time_period: '2023', obs_value: 30 },
      { origin: 'LSO', asylum_country: 'CAN', population_type: 'refugees', time_period: '2023', obs_value: 10 },
      { origin: 'LSO', asylum_country: 'CAN', population_type: 'refugees', time_period: '2024', obs_value: 10 },
    ],
    population_count: [
      { reference_area: 'LSO', district: '_T', sex: '_T', age_group: '_T', time_period: '2023', obs_value: 2_000_000 },
    ],
  });
  expect(table.rows.map(({ key, values }) => [key[1], ...values])).toEqual([['2023', 40, 2, 2_000_000]]);
});

test('reintegration scores are the means of those who answered enough', async () => {
  const best = Object.fromEntries(
    interimScoring.questions.map(({ question, scores }) => [
      question,
      Object.keys(scores).find((key) => scores[key] === 1),
    ]),
  );
  const interview = (number: number, changed: Row): Row => ({
    interview_number: `I${number}`,
    case_number: `C${number}`,
    interviewed_on: '2024-06-01',
    sex: 'M',
    return_type: 'forced',
    ...(best as Row),
    ...changed,
  });
  const table = await tableOf('reintegration_scores', {
    reintegration_interview: [
      interview(1, {}),
      interview(2, { q01: 'ok', q04: 'rarely', q05: 'spending', q06: 'fair', q08: 'no' }),
      interview(3, { q01: '_U', q02: null, q03: null }),
    ],
  });
  expect(cellOf(table, 'economic/_T/_T/2024', 'mean_score')).toBeCloseTo((1 + 0.6944) / 2, 3);
  expect(cellOf(table, 'economic/forced/M/2024', 'interviews')).toBe(2);
  expect(cellOf(table, 'social/_T/_T/2024', 'persons')).toBe(3);
  expect(cellOf(table, 'composite/_T/_T/2024', 'mean_score')).toBeCloseTo((1 + (0.6944 + 2) / 3) / 2, 3);
});
