import { describe, expect, it } from 'vitest';
import { renderLinkageReport } from './render-linkage-report.ts';
import { reportFixture } from './report-input.fixture.ts';
import { reportPhrases } from './report-phrases.ts';

describe('the linkage report', () => {
  const page = renderLinkageReport(reportFixture());

  it('holds no value and no id of any record', () => {
    const { records } = reportFixture().result;
    const values = records.fields.flatMap(({ pool }) => Array.from({ length: pool.count }, (_, at) => pool.textOf(at)));
    for (const value of values.filter((text) => text.length > 2)) expect(page).not.toContain(value);
    for (let record = 0; record < records.size; record += 1)
      expect(page).not.toContain(`>border ${records.idOf(record)}`);
    expect(page).not.toContain('UNKNOWN');
    expect(page).toContain('No value of any record is printed');
  });

  it('prints values where it is asked to, and then says so at its head', () => {
    const open = renderLinkageReport({ ...reportFixture(), showValues: true });
    expect(open).toContain('This report holds personal data');
    expect(open).toContain('UNKNOWN');
    expect(open).toMatch(/MOKOENA|MOLEFE|NKOSI|PHIRI|LEBONA/);
  });

  it('asks nothing of the network and runs no script', () => {
    expect(page).not.toMatch(/<script|https?:|@import|url\((?!data:)/);
    expect(page).toContain("default-src 'none'");
  });

  it('leaves nothing unfilled and nothing undefined, in either language', () => {
    for (const language of ['en', 'st'] as const) {
      const body = renderLinkageReport({ ...reportFixture(), language }).replace(/<style>[\s\S]*?<\/style>/, '');
      expect(body).not.toMatch(/\{[a-z_]+\}|undefined|NaN|Infinity|\[object/);
      expect(body).toContain(`<html lang="${language}">`);
    }
  });

  it('has every phrase in both languages, with the same places', () => {
    for (const [key, phrase] of Object.entries(reportPhrases)) {
      expect(phrase.st, key).toBeTruthy();
      expect(phrase.st.match(/\{\w+\}/g)?.toSorted() ?? [], key).toEqual(phrase.en.match(/\{\w+\}/g)?.toSorted() ?? []);
    }
  });

  it('leaves out what there is no evaluation for, and says that errors are not known', () => {
    const { evaluation, explainer, ...bare } = reportFixture();
    const text = renderLinkageReport(bare);
    expect(evaluation).toBeDefined();
    expect(explainer).toBeDefined();
    for (const id of ['thresholds', 'subgroups', 'examples', 'errors']) {
      expect(page).toContain(`<section id="${id}"`);
      expect(text).not.toContain(`<section id="${id}"`);
    }
    expect(text).toContain('No truth was given');
  });

  it('is the same from the same input', () => {
    expect(renderLinkageReport(reportFixture())).toBe(page);
  });

  it('does not let a name of a file or a message become markup', () => {
    const input = reportFixture();
    const odd = '<img src=x onerror=alert(1)>';
    const text = renderLinkageReport({ ...input, title: odd, files: [{ name: odd, records: 1 }], commands: [odd] });
    expect(text).not.toContain('<img');
  });
});
