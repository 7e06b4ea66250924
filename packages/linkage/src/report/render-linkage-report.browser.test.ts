import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../test/support/browser.ts';
import { renderLinkageReport } from './render-linkage-report.ts';
import { reportFixture } from './report-input.fixture.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the linkage report in a browser', () => {
  let browser: Browser;
  const html = renderLinkageReport({ ...reportFixture(), showValues: true, mark: 'Demonstration: invented people' });
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => browser.close());

  it.each([
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('has no fault of accessibility at %i pixels, %s, and does not scroll sideways', async (width, scheme) => {
    // The page's own policy would keep the checker's script out.
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.setContent(html);
    await page.evaluate(axe);
    const faults = await page.evaluate(async () => {
      const { axe: checker } = globalThis as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await checker.run()).violations.map(
        (fault) =>
          `${fault.id}: ${fault.nodes
            .map((node) => node.html)
            .join(' ')
            .slice(0, 300)}`,
      );
    });
    expect(faults).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    // A shape that no rule colours is black.
    const black = await page.evaluate(
      "[...document.querySelectorAll('svg rect')].filter((shape) => getComputedStyle(shape).fill === 'rgb(0, 0, 0)').length",
    );
    expect(black).toBe(0);
    await context.close();
  });

  it('prints on A4 with every table within the page', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(html);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 672, height: 1000 });
    const wide = await page.evaluate(
      "[...document.querySelectorAll('table')].filter((table) => table.scrollWidth > table.parentElement.clientWidth + 1).length",
    );
    expect(wide).toBe(0);
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await context.close();
  });
});
