import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leeto } from '../support/leeto.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const home = temporaryFolder();
const file = join(home, 'border-march.csv');

/** Twelve invented crossings, of which the fourth has an impossible date and the seventh no such port. */
const crossings = [
  'Post;Direction;Date of crossing;Time;Passport No;Issuing country;Surname;Given names;Nationality;Sex;Date of birth;Purpose',
  'Maseru Bridge;In;03/03/2025;08:15;RA100001;Lesotho;Mokoena;Thabo;Lesotho;M;14/05/1988;Shopping',
  'Maseru Bridge;Out;03/03/2025;17:40;RA100001;Lesotho;Mokoena;Thabo;Lesotho;M;14/05/1988;Shopping',
  'Maputsoe;In;31/02/2025;09:00;RA100002;Lesotho;Molapo;Lerato;Lesotho;F;21/11/1992;Visiting relatives',
  'Maputsoe;In;04/03/2025;09:05;RA100003;Lesotho;Nkosi;Palesa;Lesotho;F;30/01/1979;Business',
  'Caledonspoort;Out;05/03/2025;10:30;A0200004;South Africa;van Wyk;Pieter;South Africa;M;02/08/1965;Holiday',
  'Atlantis Harbour;Out;05/03/2025;11:00;A0200005;South Africa;Botha;Anna;South Africa;F;19/07/1970;Holiday',
  'Maseru Bridge;In;06/03/2025;07:45;RA100006;Lesotho;Letsie;Neo;Lesotho;F;25/12/1999;Study',
  'Maseru Bridge;Out;07/03/2025;16:10;RA100007;Lesotho;Mohapi;Tumelo;Lesotho;M;13/04/1985;Work',
].join('\r\n');

describe('the command line, as a new user tries it', () => {
  test('lists its verbs, and says what a wrong word should have been', async () => {
    const help = await leeto(home, '--help');
    expect(help.code).toBe(0);
    for (const verb of ['start', 'init', 'demo', 'inspect', 'import', 'measure', 'profile', 'explain', 'doctor'])
      expect(help.out).toContain(verb);
    const wrong = await leeto(home, 'imprt', 'x');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('import');
  });

  test('says what to do where there is no instance, no file, no register', async () => {
    const none = await leeto(home, 'deliveries');
    expect(none.code).toBe(2);
    expect(none.err).toContain('leeto init');
    const missing = await leeto(home, 'inspect', join(home, 'not-there.csv'));
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('not-there.csv');
  });

  test('goes from an empty instance to a measure', async () => {
    await writeFile(file, crossings);
    expect((await leeto(home, 'init')).code).toBe(0);
    const second = await leeto(home, 'init');
    expect(second.code).toBe(2);

    const inspected = await leeto(home, 'inspect', file);
    expect(inspected.code).toBe(0);
    expect(inspected.out).toContain('border_movement');
    expect(inspected.out).not.toContain('Mokoena');

    const wrongRegister = await leeto(home, 'import', 'crossings', file);
    expect(wrongRegister.code).toBe(2);
    expect(wrongRegister.err).toContain('border_movement');

    const imported = await leeto(home, 'import', 'border_movement', file, '--json');
    expect(imported.code).toBe(1);
    const [outcome] = JSON.parse(imported.out);
    expect(outcome.deliveries[0].counts).toMatchObject({ read: 8, taken: 6, refused: 2 });
    expect((await readdir(home)).filter((name) => name.includes('issues'))).toHaveLength(1);

    const again = await leeto(home, 'import', 'border_movement', file, '--json');
    expect(JSON.parse(again.out)[0].status).toBe('unchanged');

    const measured = await leeto(home, 'measure', 'crossings_by_month', '--json');
    expect(measured.code).toBe(0);
    expect(JSON.parse(measured.out).measure).toBe('crossings_by_month');
    expect((await leeto(home, 'measure', 'no_such_measure')).code).toBe(2);

    const explained = await leeto(home, 'explain', 'crossings_by_month');
    expect(explained.code).toBe(0);
    expect(explained.out).toContain('border-march.csv');
    expect(explained.out).not.toContain('Mokoena');
  }, 180_000);

  test('takes a delivery out again', async () => {
    const listed = JSON.parse((await leeto(home, 'deliveries', '--json')).out) as {
      id: number;
      fileName: string;
      status: string;
    }[];
    const id = listed.find(({ fileName }) => fileName === 'border-march.csv')?.id;
    expect((await leeto(home, 'withdraw', String(id))).code).toBe(2);
    expect((await leeto(home, 'withdraw', String(id), '--reason', 'the wrong month')).code).toBe(0);
    const after = JSON.parse((await leeto(home, 'deliveries', '--json')).out) as { id: number; status: string }[];
    expect(after.find((delivery) => delivery.id === id)?.status).toBe('withdrawn');
  }, 60_000);

  test('finds nothing wrong with itself', async () => {
    const doctor = await leeto(home, 'doctor');
    expect(doctor.out).not.toContain('✗');
    expect(doctor.code).toBe(0);
  }, 60_000);

  test('goes from a folder of files to the Profile, and says what is missing', async () => {
    const out = join(home, 'profile');
    const from = join(home, 'files');
    await leeto(home, 'templates', 'visa', '--out', from);
    await writeFile(join(from, 'border.csv'), crossings);
    await writeFile(join(from, 'holiday.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]));
    const made = await leeto(home, 'profile', '--from', from, '--out', out);
    expect(made.err).not.toContain('leeto:');
    expect(made.code).toBe(1);
    expect(made.out).toContain('border.csv');
    expect(made.out).toMatch(/holiday\.jpg: .*(picture|image)/);
    expect(made.out).toContain('What is missing');
    const names = await readdir(out);
    for (const kind of ['html', 'pdf', 'docx']) expect(names).toContain(`migration-profile.${kind}`);
    expect(names).toContain('migration-profile-annex.xlsx');
    const html = await readFile(join(out, 'migration-profile.html'), 'utf8');
    expect(html).not.toContain('Demonstration');
    const words = html.replace(/<(script|style)[\s\S]*?<\/\1>|data:[^"')]*/g, '');
    expect(words.match(/.{0,40}\b(NaN|undefined|null)\b.{0,40}/)?.[0]).toBeUndefined();
  }, 180_000);
});
