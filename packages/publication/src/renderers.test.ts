import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { plainCellText } from './annex/plain-cell-text.ts';
import { input } from './exampleland.fixture.ts';
import { composeProfile, renderAnnex, renderHtml, renderPdf, renderWord } from './index.ts';

const document = composeProfile(input);
const hostile = '"#sys.inputs" </script><b>$x$ \\ @y <img src=x onerror=alert(1)> =1+1';
const hostileDocument = composeProfile({ ...input, edition: { ...input.edition, title: hostile, publisher: hostile } });

describe('the page', () => {
  it('asks nothing of the network', async () => {
    const html = await renderHtml(document);
    expect(html).toContain("default-src 'none'");
    const addresses = [...html.matchAll(/(?:src|href|url)\s*[=(]\s*["']?([a-z]+:)/g)].map((match) => match[1]);
    expect(new Set(addresses)).toEqual(new Set(['data:']));
  });

  it('gives each element an id of its own', async () => {
    const ids = [...(await renderHtml(document)).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('links to places that are there', async () => {
    const html = await renderHtml(document);
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));
    const targets = [...html.matchAll(/(?:href="#|popovertarget=")([^"]+)"/g)].map((match) => match[1]);
    expect(targets.filter((target) => target !== undefined && !ids.has(target))).toEqual([]);
  });

  it('is the same for the same document, whatever was drawn before', async () => {
    expect(await renderHtml(document)).toBe(await renderHtml(document));
  });

  it('takes no text for markup', async () => {
    const html = await renderHtml(hostileDocument);
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('</script><b>');
  });
});

describe('the PDF', () => {
  it('is tagged, conforms to PDF/UA-1, and is the same for the same document', async () => {
    const pdf = await renderPdf(document);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('pdfuaid:part');
    expect(Buffer.from(await renderPdf(document)).equals(Buffer.from(pdf))).toBe(true);
  });

  it('takes no text for markup', async () => {
    const pdf = Buffer.from(await renderPdf(hostileDocument)).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
  });
});

describe('the Word document', () => {
  it('is written, with text of any kind', async () => {
    const [first, second] = await renderWord(hostileDocument);
    expect([first, second]).toEqual([0x50, 0x4b]);
  });
});

describe('the annex', () => {
  it('has a sheet a table, with numbers as numbers and withheld cells marked', async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load(await renderAnnex(document));
    expect(workbook.worksheets.map((sheet) => sheet.name)).toHaveLength(document.annex.length + 1);
    const sheet = workbook.worksheets[2];
    const values = Array.from({ length: 40 }, (_, at) => sheet?.getRow(at + 1).getCell(3).value);
    expect(values).toContain('c');
    expect(values.some((value) => typeof value === 'number')).toBe(true);
  });

  it('lets no text become a formula', () => {
    for (const text of ['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1'])
      expect(plainCellText(text)).not.toMatch(/^[=+\-@\t\r\n]/);
    expect(plainCellText('Maseru Bridge')).toBe('Maseru Bridge');
  });
});
