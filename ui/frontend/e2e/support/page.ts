import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { expectOneLanguage } from './language';

export const isJapanese = () => test.info().project.name.endsWith('-ja');
export const PASSWORD = process.env.KIZUNA_PASSWORD ?? 'kizuna-demo';

/** The two screens the pages are made for (ui.md 3.2). */
const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
] as const;

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
  await page.waitForTimeout(150);
}

/** Pictures of what is on screen at both sizes, for looking at: test-results/pages/<lang>-<size>. */
export async function screenshot(page: Page, name: string) {
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(size);
    await settle(page);
    await picture(page, name, size);
    await expectNoSideScroll(page, `${name} at ${size.width}`);
    await expectTargets(page, `${name} at ${size.width}`);
  }
  if (before) await page.setViewportSize(before);
}

async function picture(page: Page, name: string, size: { width: number; height: number }) {
  const folder = `${isJapanese() ? 'ja' : 'en'}-${size.width}x${size.height}`;
  await page.screenshot({ timeout: 60_000, path: `test-results/pages/${folder}/${name}.png` });
}

/** What holds of every step, quickly: whose it is, one language, targets; one picture. */
export async function glanceAt(page: Page, name: string) {
  await expectBannerOnTop(page);
  await expectOneLanguage(page, name, isJapanese() ? 'ja' : 'en');
  await expectTargets(page, name);
  const { width, height } = page.viewportSize() ?? sizes[0];
  await picture(page, name, { width, height });
}

/** Everything that holds of every page and every dialog; leaves its pictures. */
export async function lookAt(page: Page, name: string) {
  await settle(page);
  if ((await page.getByTestId('identity-banner').count()) > 0) await expectBannerOnTop(page);
  await expectOneLanguage(page, name, isJapanese() ? 'ja' : 'en');
  await expectAccessible(page, name);
  await screenshot(page, name);
}

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function expectAccessible(page: Page, name: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(axeTags).analyze();
  const found = violations.map(
    (v) => `${v.id} (${v.impact}) x${v.nodes.length}: ${v.nodes[0]?.target.join(' ')}`,
  );
  expect.soft(found, `axe on ${name}`).toEqual([]);
}

/** For double gloves on operator pages, for a finger everywhere else. */
const smallestTarget = { glove: 72, desk: 44 } as const;

/** Every target is large enough in both directions for how the page is worked. */
export async function expectTargets(page: Page, name: string) {
  const density = await page.evaluate(() => document.body.dataset.density);
  const smallest = smallestTarget[density === 'glove' ? 'glove' : 'desk'];
  const small = await page.$$eval(
    'button, a[href], input, textarea, select, [role=button], [role=radio]',
    (elements, min) =>
      elements
        // What lies under an open dialog or the lock takes no taps.
        .filter((e) => !e.closest('[inert], [aria-hidden=true], .bjs-container'))
        // A box to tick is as large as the label around it.
        .map((e) => ({
          e,
          r: (e.closest('label:has([type=checkbox])') ?? e).getBoundingClientRect(),
        }))
        .filter(({ r }) => r.width > 0 && (r.width < min - 0.5 || r.height < min - 0.5))
        .map(({ e, r }) => {
          const text = (e as HTMLElement).innerText || e.getAttribute('data-testid') || e.tagName;
          return `${text.trim()} ${Math.round(r.width)}x${Math.round(r.height)}`;
        }),
    smallest,
  );
  expect.soft(small, `${name}: targets below ${smallest} px`).toEqual([]);
}

/** The identity banner is the topmost thing where it stands, also while a dialog is open. */
export async function expectBannerOnTop(page: Page) {
  const onTop = await page.getByTestId('identity-code').evaluate((code) => {
    // Behind the lock everything is inert and no point of it is hit; the lock bar begins below the banner.
    const lock = document.querySelector('[data-testid=lock-bar]')?.getBoundingClientRect();
    const banner = code.closest('[data-testid=identity-banner]')?.getBoundingClientRect();
    if (lock && banner) return lock.top >= banner.bottom - 1;
    const r = code.getBoundingClientRect();
    const top = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
    return top?.closest('[data-testid=identity-banner]') != null;
  });
  expect.soft(onTop, 'identity banner above everything').toBe(true);
}

export async function expectNoSideScroll(page: Page, name: string) {
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  expect.soft(fits, `${name}: no horizontal scrolling`).toBe(true);
}
