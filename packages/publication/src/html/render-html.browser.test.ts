import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../test/support/browser.ts';
import { input } from '../exampleland.fixture.ts';
import { composeProfile } from '../profile/compose-profile.ts';
import { renderHtml } from './render-html.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the page in a browser', () => {
  let browser: Browser;
  let html: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    html = await renderHtml(composeProfile(input));
  });
  afterAll(async () => browser.close());

  async function open(width: number, colorScheme: 'light' | 'dark' = 'light', javaScriptEnabled = true): Promise<Page> {
    // The page's own policy would keep the checker's script out.
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      javaScriptEnabled,
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.setContent(html);
    return page;
  }

  it.each([
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('has no fault of accessibility at %i pixels, %s, and does not scroll sideways', async (width, scheme) => {
    const page = await open(width, scheme);
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
    await page.context().close();
  });

  it('sorts a table by its column, with totals at the foot and withheld cells last', async () => {
    const page = await open(1440);
    const table = page.locator('#table-1 table');
    const second = table.locator('thead button').nth(1);
    await second.click();
    const column = async () => (await table.locator('tbody tr td:nth-child(2)').allTextContents()).slice(0, -1);
    const descending = (await column()).filter((text) => text !== 'c').map((text) => Number(text.replace(/,/g, '')));
    expect(descending).toEqual(descending.toSorted((a, b) => b - a));
    expect((await column()).at(-1)).toBe('c');
    await second.click();
    expect((await column()).at(-1)).toBe('c');
    expect(await table.locator('thead th').nth(1).getAttribute('aria-sort')).toBe('ascending');
    expect(await table.locator('tbody tr').last().textContent()).toMatch(/^Total/);
    await page.context().close();
  });

  it('answers the arrow keys on a chart, and opens a definition by keyboard', async () => {
    const page = await open(1440);
    await page.locator('#figure-1 .picture').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('#figure-1 .tip').textContent()).toMatch(/January 2024.*Departure/);
    await page.locator('#part-a .term').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.definition:popover-open').waitFor();
    await page.context().close();
  });

  it('shows charts, maps and definitions without script', async () => {
    const page = await open(1440, 'light', false);
    expect(await page.locator('#figure-1 svg.wide path').count()).toBeGreaterThan(5);
    expect(await page.locator('#figure-2 svg.wide .port').count()).toBe(7);
    await page.locator('#part-a .term').first().click();
    await page.locator('.definition:popover-open').waitFor();
    await page.context().close();
  });
});
