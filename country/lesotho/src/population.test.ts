import { commonClassifications } from '@leeto/registers';
import { describe, expect, it } from 'vitest';
import { lesotho } from './lesotho.ts';
import { lesothoPopulation as pack } from './population.ts';

function codesOf(id: string): ReadonlySet<string> {
  const found = [...lesotho.classifications, ...commonClassifications].find((one) => one.id === id);
  if (!found) throw new Error(`no classification "${id}"`);
  // Occupations are coded to four digits by the agency, to three by the classification, which takes the former as aliases.
  return new Set(found.items.flatMap((item) => [item.code, ...(id === 'isco08' ? (item.aliases ?? []) : [])]));
}

describe('the synthetic population of Lesotho', () => {
  it('speaks in the codes of the classifications', () => {
    const used: Readonly<Record<string, readonly string[]>> = {
      port: [
        ...pack.ports.map((port) => port.code),
        ...pack.districts.flatMap((one) => one.ports),
        ...pack.segments.flatMap((one) => Object.keys(one.ports ?? {})),
      ],
      district: pack.districts.map((one) => one.code),
      permit_type: [...pack.permitTypes.map((one) => one.code), pack.workPermitType],
      visa_type: pack.visaTypes.map((one) => one.code),
      refusal_ground: pack.refusalGrounds.map((one) => one.code),
      removal_ground: pack.removalGrounds.map((one) => one.code),
      country: [pack.country, pack.neighbour, ...pack.nationalities.map((one) => one.code)],
      purpose: [...pack.segments.map((one) => one.purpose), ...Object.keys(pack.purposeWords)],
      isco08: pack.occupations.map((one) => one.isco),
      isic_section: pack.occupations.map((one) => one.isic),
    };
    for (const [id, codes] of Object.entries(used)) {
      const known = codesOf(id);
      expect(
        codes.filter((code) => !known.has(code)),
        id,
      ).toEqual([]);
    }
  });

  it('has names and a description for every nationality that a segment draws', () => {
    const described = new Set(pack.nationalities.map((one) => one.code));
    for (const segment of pack.segments) {
      if (segment.population === 'foreign')
        expect(Object.keys(segment.nationalities ?? {}), segment.id).not.toEqual([]);
      expect(
        Object.keys(segment.nationalities ?? {}).filter((code) => !described.has(code)),
        segment.id,
      ).toEqual([]);
    }
    for (const pool of [...pack.citizens.pools, ...pack.nationalities.flatMap((one) => one.pools)]) {
      expect(Object.keys(pack.namePools)).toContain(pool);
    }
  });

  it('sends most traffic over Maseru Bridge and Maputsoe', () => {
    const weights = new Map(pack.ports.map((port) => [port.code, port.weight]));
    const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    expect(((weights.get('LS-MSB') ?? 0) + (weights.get('LS-MPB') ?? 0)) / total).toBeGreaterThan(0.7);
  });

  it('writes names that fit a text file: no commas, quotes or line breaks', () => {
    const names = Object.values(pack.namePools).flatMap((pool) => [
      ...[pool.surnames, pool.female, pool.male, pool.secondFemale ?? [], pool.secondMale ?? []],
    ]);
    expect(names.flat().filter((name) => /[,"\n\r;\t]/u.test(name) || name === '')).toEqual([]);
  });
});
