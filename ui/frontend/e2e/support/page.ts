import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

export const isJapanese = () => test.info().project.name.endsWith('-ja');
export const PASSWORD = process.env.KIZUNA_PASSWORD ?? 'kizuna-demo';

/** Everything the page complains about: CSP violations, script errors. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (m) => {
    const expected = /Failed to load resource/.test(m.text());
    if ((m.type() === 'error' && !expected) || /Content Security/.test(m.text())) {
      complaints.push(m.text());
    }
  });
  page.on('pageerror', (e) => complaints.push(`pageerror ${e.message}`));
  return complaints;
}

export async function settle(page: Page) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
}

export async function screenshot(page: Page, name: string) {
  await settle(page);
  await page.screenshot({ path: `test-results/shots/${test.info().project.name}-${name}.png` });
}

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function expectAccessible(page: Page, name: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(axeTags).analyze();
  const found = violations.map(
    (v) => `${v.id} (${v.impact}) x${v.nodes.length}: ${v.nodes[0]?.target.join(' ')}`,
  );
  expect(found, `axe on ${name}`).toEqual([]);
}

/** Gloves: every target of an operator route is at least 72 px in both directions. */
export async function expectGloveTargets(page: Page, smallest = 72) {
  const small = await page.$$eval(
    'button, a[href], input, textarea, select, [role=button], [role=radio]',
    (elements, min) =>
      elements
        .map((e) => ({ e, r: e.getBoundingClientRect() }))
        .filter(({ r }) => r.width > 0 && (r.width < min - 0.5 || r.height < min - 0.5))
        .map(({ e, r }) => {
          const name = (e as HTMLElement).innerText || e.getAttribute('data-testid') || e.tagName;
          return `${name.trim()} ${Math.round(r.width)}x${Math.round(r.height)}`;
        }),
    smallest,
  );
  expect(small, 'targets below 72 px').toEqual([]);
}

/** The identity banner is the topmost thing where it stands, also while a dialog is open. */
export async function expectBannerOnTop(page: Page) {
  const onTop = await page.getByTestId('identity-code').evaluate((code) => {
    const r = code.getBoundingClientRect();
    const top = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
    return top?.closest('[data-testid=identity-banner]') != null;
  });
  expect(onTop, 'identity banner above everything').toBe(true);
}

export async function expectNoSideScroll(page: Page) {
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  expect(fits, 'no horizontal scrolling').toBe(true);
}
