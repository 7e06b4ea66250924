import type { Catalogue } from '@leeto/registers';
import { expect, test } from 'vitest';
import { computeMeasure } from '../compute-measure.ts';
import { cellOf, crossing, delivery, parameters, type Row, sessionWith } from '../session.fixture.ts';
import type { MeasureTable } from '../table.ts';

async function tableOf(id: string, registers: Readonly<Record<string, readonly Row[]>>): Promise<MeasureTable> {
  const deliveries = Object.keys(registers).map((register) => delivery(`d-${register}`, register));
  const filled = Object.entries(registers).map(([register, rows]) => [
    register,
    rows.map((row) => ({ delivery_id: `d-${register}`, ...row })),
  ]);
  using session = await sessionWith({ delivery: deliveries, ...Object.fromEntries(filled) });
  return (await computeMeasure(session, id, parameters)).table;
}

test('permits are those granted, dated by the decision, else by validity', async () => {
  const table = await tableOf('residence_permits_by_type', {
    residence_permit: [
      {
        permit_type: 'study',
        nationality: 'ZWE',
        document_number: 'A',
        decision: 'granted',
        decided_on: '2024-12-30',
        valid_from: '2025-01-01',
      },
      { permit_type: 'study', nationality: 'ZWE', document_number: 'A', decision: 'granted', decided_on: '2024-02-01' },
      { permit_type: 'study', nationality: 'ZWE', document_number: 'B', decision: 'refused', decided_on: '2024-12-30' },
      { permit_type: null, nationality: null, document_number: 'C', valid_from: '2025-01-01' },
    ],
  });
  expect(cellOf(table, 'study/ZWE/2024', 'permits')).toBe(2);
  expect(cellOf(table, 'study/ZWE/2024', 'persons')).toBe(1);
  expect(cellOf(table, '_U/_U/2025', 'permits')).toBe(1);
  expect(cellOf(table, '_T/_T/2024', 'permits')).toBe(2);
});

test('work permits are grouped by the first digit of the occupation and by industry', async () => {
  const table = await tableOf('work_permits_by_occupation', {
    work_permit: [
      { occupation: '2211', industry: 'Q', document_number: 'A', valid_from: '2025-01-01' },
      { occupation: '2310', industry: 'P', document_number: 'B', valid_from: '2025-01-01' },
      { document_number: 'C', valid_from: '2025-01-01' },
    ],
  });
  expect(cellOf(table, '2/_T/2025', 'permits')).toBe(2);
  expect(cellOf(table, '_U/_U/2025', 'permits')).toBe(1);
});

test('visas are shown with what was decided', async () => {
  const table = await tableOf('visas_by_type', {
    visa: [
      { visa_type: 'tourist', nationality: 'IND', decision: 'granted', decided_on: '2025-01-02', document_number: 'A' },
      { visa_type: 'tourist', nationality: 'IND', decision: 'refused', decided_on: '2025-01-02', document_number: 'B' },
    ],
  });
  expect(cellOf(table, 'tourist/refused/IND/2025', 'applications')).toBe(1);
  expect(cellOf(table, 'tourist/_T/_T/2025', 'applications')).toBe(2);
});

test('first issues and renewals, and both sexes, are told apart', async () => {
  const table = await tableOf('permits_by_sex', {
    residence_permit: [{ sex: 'F', is_renewal: true, document_number: 'A', valid_from: '2025-01-01' }],
    work_permit: [{ sex: 'M', is_renewal: false, document_number: 'B', valid_from: '2025-01-01' }],
  });
  expect(cellOf(table, 'residence/F/renewal/2025', 'permits')).toBe(1);
  expect(cellOf(table, '_T/_T/_T/2025', 'permits')).toBe(2);
});

test('a refusal that stands in the register and in the log is counted once', async () => {
  const table = await tableOf('refused_entries_by_ground', {
    refused_entry: [
      {
        port: 'LS-MSB',
        refused_on: '2025-01-05',
        document_number: 'A',
        nationality: 'IND',
        refusal_ground: 'no_visa',
      },
      { port: 'LS-MSB', refused_on: '2025-01-06' },
    ],
    border_movement: [
      crossing('A', 'IND', 'arrival', '2025-01-05', { decision: 'refused', refusal_ground: 'other' }),
      crossing('A', 'IND', 'arrival', '2025-01-06', { decision: 'refused', refusal_ground: 'no_visa' }),
      crossing('B', 'IND', 'arrival', '2025-01-06'),
    ],
  });
  expect(cellOf(table, '_T/_T/2025', 'refusals')).toBe(3);
  expect(cellOf(table, 'no_visa/LS-MSB/2025', 'refusals')).toBe(2);
  expect(cellOf(table, '_U/LS-MSB/2025', 'refusals')).toBe(1);
  expect(table.metadata.sources).toHaveLength(2);
});

test('removals, returns and asylum cases are counted by their own dates', async () => {
  const removals = await tableOf('removals_by_ground', {
    removal: [{ removal_ground: 'overstay', nationality: 'ZWE', removed_on: '2025-03-01' }, { removed_on: null }],
  });
  expect(cellOf(removals, 'overstay/ZWE/2025', 'removals')).toBe(1);
  expect(cellOf(removals, '_U/_U/_U', 'removals')).toBe(1);
  const returns = await tableOf('returns_by_type', {
    return_case: [{ return_type: 'forced', returned_from: 'ZAF', sex: 'M', returned_on: '2025-03-01' }],
  });
  expect(cellOf(returns, 'forced/ZAF/_T/2025', 'returns')).toBe(1);
  const asylum_case = [
    {
      status: 'refugee',
      nationality: 'COD',
      applied_on: '2023-05-01',
      decided_on: '2024-05-01',
      decision: 'recognised',
      persons_in_case: 4,
    },
    { status: 'asylum_seeker', nationality: 'COD', applied_on: '2024-05-01', decision: 'pending' },
  ];
  const cases = await tableOf('asylum_cases', { asylum_case });
  expect(cellOf(cases, 'refugee/COD/2023', 'persons')).toBe(4);
  expect(cellOf(cases, '_T/_T/2023', 'persons')).toBe(4);
  const decisions = await tableOf('asylum_decisions', { asylum_case });
  expect(cellOf(decisions, '_T/_T/2024', 'decisions')).toBe(1);
  expect(cellOf(decisions, 'recognised/COD/2024', 'decisions')).toBe(1);
});

test('workers are added up over the cases that state them', async () => {
  const table = await tableOf('labour_certifications', {
    labour_certification: [
      {
        programme: 'H-2A',
        decision: 'certified',
        decided_on: '2014-01-01',
        workers_requested: 10,
        workers_certified: 8,
      },
      { programme: 'H-2A', decision: 'denied', decided_on: '2014-02-01', workers_requested: 5 },
      { programme: 'H-2B', decision: 'denied', decided_on: '2014-02-01' },
    ],
  });
  expect(cellOf(table, 'H-2A/_T/2014', 'workers_requested')).toBe(15);
  expect(cellOf(table, 'H-2A/_T/2014', 'workers_certified')).toBe(8);
  expect(cellOf(table, 'H-2B/denied/2014', 'workers_certified')).toBeNull();
  expect(cellOf(table, '_T/_T/2014', 'cases')).toBe(3);
});

test("a case of an association counts once, with the workers of its own row and not those of its members' rows", async () => {
  const row = (case_number: string, workers_certified: number | null) => ({
    case_number,
    programme: 'H-2A',
    decision: 'certified',
    decided_on: '2014-01-01',
    workers_certified,
  });
  const table = await tableOf('labour_certifications', {
    labour_certification: [row('A', 10), row('A', 30), row('A', 20), row('B', null), row('B', 0), row('C', 5)],
  });
  expect(cellOf(table, 'H-2A/certified/2014', 'cases')).toBe(3);
  expect(cellOf(table, 'H-2A/certified/2014', 'workers_certified')).toBe(35);
});

test("another country's certifications are kept, and counted for that country alone", async () => {
  const certified = { case_number: 'A', programme: 'H-2A', decision: 'certified', decided_on: '2014-01-01' };
  using session = await sessionWith({
    delivery: [
      delivery('ours', 'labour_certification', { agency: 'labour' }),
      delivery('theirs', 'labour_certification', { agency: 'us_dol' }),
    ],
    labour_certification: [
      { ...certified, delivery_id: 'ours', workers_certified: 7 },
      { ...certified, delivery_id: 'theirs', workers_certified: 100 },
    ],
  });
  const catalogue: Catalogue = {
    records: new Map(),
    classifications: new Map(),
    agencies: new Map([
      ['labour', { id: 'labour', name: { en: 'Labour' }, level: 'national' }],
      ['us_dol', { id: 'us_dol', name: { en: 'US DoL' }, level: 'international' }],
    ]),
  };
  const { table } = await computeMeasure(session, 'labour_certifications', { ...parameters, catalogue });
  expect(cellOf(table, 'H-2A/certified/2014', 'workers_certified')).toBe(7);
});

test('quality: what became of the rows of a delivery, and how late it came', async () => {
  using session = await sessionWith({
    delivery: [
      delivery('d1', 'border_movement', {
        rows_read: 102,
        rows_left_out: 2,
        rows_refused: 5,
        rows_duplicate: 10,
        received_at: '2025-02-10T08:00:00Z',
      }),
    ],
    border_movement: ['2025-01-01', '2025-01-31', '2025-02-09'].map((day) =>
      crossing('P', 'ZAF', 'arrival', day, { sex: day === '2025-01-01' ? 'F' : null }),
    ),
  });
  const { table } = await computeMeasure(session, 'data_quality', parameters);
  const value = (name: string) => cellOf(table, 'border_movement/agency/d1', name);
  expect([value('validity'), value('duplicate_share'), value('median_lag_days')]).toEqual([95, 10, 10]);
  expect(table.metadata.referencePeriod).toBe('2025-01/2025-02');
  const completeness = (await computeMeasure(session, 'data_completeness', parameters)).table;
  expect(cellOf(completeness, 'border_movement/agency/sex', 'completeness')).toBeCloseTo(100 / 3, 10);
  expect(cellOf(completeness, 'border_movement/agency/direction', 'stated')).toBe(3);
  expect(cellOf(completeness, 'border_movement/agency/mode', 'completeness')).toBe(0);
});

test('years of a register are not added up, so that what one year withholds does not spread to the others', async () => {
  const table = await tableOf('visas_by_type', {
    visa: [
      { visa_type: 'tourist', nationality: 'IND', decision: 'granted', decided_on: '2024-01-02', document_number: 'A' },
      { visa_type: 'tourist', nationality: 'IND', decision: 'granted', decided_on: '2025-01-02', document_number: 'A' },
    ],
  });
  expect(new Set(table.rows.map(({ key }) => key.at(-1)))).toEqual(new Set(['2024', '2025']));
  expect(cellOf(table, '_T/_T/_T/2025', 'applications')).toBe(1);
});

test('a permit, visa, removal or return that was entered twice counts once, a renewal under the same number again', async () => {
  const permit = { permit_number: 'RP1', document_number: 'A', decision: 'granted', decided_on: '2025-01-02' };
  const permits = await tableOf('residence_permits_by_type', {
    residence_permit: [permit, { ...permit, surname: 'Grooss' }, { ...permit, decided_on: '2025-11-02' }],
  });
  expect(cellOf(permits, '_T/_T/2025', 'permits')).toBe(2);
  const removal = { document_number: 'A', document_issuing_state: 'MOZ', removed_on: '2025-03-01' };
  const removals = await tableOf('removals_by_ground', {
    removal: [
      removal,
      removal,
      { ...removal, removed_on: '2025-04-01' },
      { removed_on: '2025-03-01' },
      { removed_on: '2025-03-01' },
    ],
  });
  expect(cellOf(removals, '_T/_T/2025', 'removals')).toBe(4);
});
