import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileRecordCheck, findCode, findItem, makeCatalogue } from '@leeto/registers';
import { describe, expect, test } from 'vitest';
import { district, districtFacts } from './districts.ts';
import { lesotho } from './lesotho.ts';
import { port } from './ports.ts';

const catalogue = makeCatalogue(lesotho);

describe('districts', () => {
  test('are ten, in the order of the Bureau of Statistics, without LS-I', () => {
    expect(districtFacts.map((each) => each.order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(districtFacts.some((each) => each.code === 'LS-I')).toBe(false);
  });

  test('add up to the census of 2016', () => {
    expect(districtFacts.reduce((sum, each) => sum + each.population2016, 0)).toBe(2_007_201);
  });

  test.each([
    ['Botha-Bothe', 'LS-B'],
    ['BUTHA BUTHE', 'LS-B'],
    ['Mohales Hoek', 'LS-F'],
    ['Qacha’s Nek', 'LS-H'],
    ['LS.TT', 'LS-K'],
    ['TY', 'LS-D'],
    ['Lesotho', '_T'],
  ])('%s is %s', (spelling, code) => {
    expect(findCode(district, spelling)).toBe(code);
  });

  test('have a shape each, inside the country, closed rings', () => {
    expect(lesotho.shapes.districts.map((shape) => shape.code).toSorted()).toEqual(
      districtFacts.map((each) => each.code).toSorted(),
    );
    for (const { geometry } of lesotho.shapes.districts) {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      for (const ring of polygons.flat()) {
        expect(ring.at(0)).toEqual(ring.at(-1));
        for (const [longitude = 0, latitude = 0] of ring) {
          expect(longitude > 26.9 && longitude < 29.6 && latitude > -30.8 && latitude < -28.5).toBe(true);
        }
      }
    }
  });
});

describe('ports of entry', () => {
  const posts = port.items.filter((item) => item.properties?.kind !== 'no_port');

  test('are fourteen on land and the airport, each in a known district', () => {
    expect(posts.filter((item) => item.properties?.kind === 'road')).toHaveLength(14);
    expect(posts.filter((item) => item.properties?.kind === 'air')).toHaveLength(1);
    for (const item of posts) expect(findItem(district, String(item.properties?.district)), item.code).toBeDefined();
  });

  test.each([
    ['Ficksburg', 'LS-MPB'],
    ['MSB', 'LS-MSB'],
    ['Maseru border', 'LS-MSB'],
    ['Bridge', 'LS-MSB'],
    ['Telle Bridge', 'LS-TLB'],
    ["Bushman's Nek", 'LS-NKN'],
    ['Moshoeshoe I', 'LS-MSU'],
    ['VAN ROOYENS GATE', 'LS-VRG'],
  ])('%s is %s', (spelling, code) => {
    expect(findCode(port, spelling)).toBe(code);
  });
});

describe('what comes with the pack', () => {
  test.each(lesotho.deliveries.map((delivery) => ({ id: delivery.id, delivery })))(
    '$id passes every check of its register',
    ({ delivery }) => {
      const declaration = catalogue.records.get(delivery.register);
      if (declaration === undefined) throw new Error(`no register ${delivery.register}`);
      const columns = declaration.fields.map((field) => field.name);
      const check = compileRecordCheck(declaration, catalogue, columns);
      expect(delivery.rows.length).toBeGreaterThan(0);
      for (const row of delivery.rows) expect(check(columns.map((column) => row[column] ?? null))).toEqual([]);
      expect(delivery.provenance.citation.length).toBeGreaterThan(20);
      expect(delivery.provenance.isSynthetic).toBe(false);
    },
  );

  test('no two rows of a delivery have the same key', () => {
    for (const delivery of lesotho.deliveries) {
      const key = catalogue.records.get(delivery.register)?.key ?? [];
      const keys = delivery.rows.map((row) => key.map((name) => row[name] ?? '').join('|'));
      expect(new Set(keys).size, delivery.id).toBe(keys.length);
    }
  });

  test('laws are kept by agencies that exist', () => {
    const laws = lesotho.deliveries.find((delivery) => delivery.register === 'legal_instrument');
    for (const { custodian, title } of laws?.rows ?? []) {
      if (custodian !== undefined) expect(catalogue.agencies.has(custodian), title).toBe(true);
    }
  });

  test('citizenship groups overlap nowhere', () => {
    const countries = lesotho.citizenshipGroups.flatMap((group) => group.countries);
    expect(new Set(countries).size).toBe(countries.length);
    expect(countries).toHaveLength(16);
  });
});

const geography = fileURLToPath(new URL('../../../../shared/data/geo/', import.meta.url));

test.skipIf(!existsSync(geography))(
  'names in the public lists of districts and posts are known (skipped where the files are not at hand)',
  () => {
    const lines = (file: string): readonly string[][] =>
      readFileSync(`${geography}${file}`, 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(','));
    for (const [census = '', codab = '', iso = '', pcode = '', hasc = '', population] of lines(
      'lesotho_districts_codes_census2016.csv',
    )) {
      for (const spelling of [census, codab, iso, pcode, hasc])
        expect(findCode(district, spelling), spelling).toBe(iso);
      expect(findItem(district, iso)?.properties?.population_2016).toBe(Number(population));
    }
    const posts = lines('southern_africa_border_posts_osm.csv').filter((cells) => cells.includes('LSO'));
    expect(posts.length).toBeGreaterThan(10);
    for (const [name = ''] of posts) expect(findCode(port, name), name).not.toBe(null);
  },
);
