import { expect, test, type Page } from '@playwright/test';
import { Operator } from './support/operator';
import { complaintsOf, expectAccessible, screenshot } from './support/page';

type Line = { id: string; state: string };

async function batchOf(page: Page, state: string): Promise<Line> {
  const answer = await page.request.get('/api/batches?limit=100');
  const { batches } = (await answer.json()) as { batches: Line[] };
  const found = batches.find((b) => b.state === state) ?? batches[0];
  if (!found) throw new Error('the demonstration has no batch');
  return found;
}

/** The same point of the screen must show the banner whatever lies below it. */
async function expectBannerOnTop(page: Page) {
  const banner = page.getByTestId('identity-banner');
  await expect(banner).toBeVisible();
  const onTop = await banner.evaluate((e) => {
    const r = e.getBoundingClientRect();
    return e.contains(document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2));
  });
  expect(onTop, 'identity banner is the topmost element').toBe(true);
}

async function look(page: Page, name: string, path: string, ready: string) {
  await page.goto(path);
  await expect(page.locator(ready).first()).toBeVisible();
  await expectAccessible(page, name);
  await screenshot(page, name);
}

test('quality assurance finds its way from the list to the evidence', async ({ page }) => {
  const complaints = complaintsOf(page);
  await new Operator(page).logIn('suzuki');
  const { id } = await batchOf(page, 'RUNNING');
  await look(page, 'batches', '/batches', '.dt tbody tr');
  await look(page, 'reviews', '/review', '.dt');
  await look(page, 'review', `/review/${id}`, '[data-testid=verdict]');
  await expectBannerOnTop(page);
  const releasable = await page.getByTestId('verdict').getAttribute('data-good');
  expect(await page.getByTestId('release').count()).toBe(releasable === 'true' ? 1 : 0);
  expect(complaints).toEqual([]);
});

test('quality assurance reads the record, the trail and the recipe', async ({ page }) => {
  const complaints = complaintsOf(page);
  await new Operator(page).logIn('suzuki');
  const { id } = await batchOf(page, 'RUNNING');
  await look(page, 'record', `/b/${id}/record`, '.record-step');
  await look(page, 'audit', `/audit?batch=${id}`, '[data-testid=chain][data-valid=true]');
  await look(page, 'recipes', '/recipes', '.dt tbody tr');
  await page.locator('.recipe-link').first().click();
  await expect(page.getByTestId('bpmn')).toHaveAttribute('data-ready', 'true');
  await expectAccessible(page, 'recipe');
  await screenshot(page, 'recipe');
  expect(complaints).toEqual([]);
});

test('the supervisor sees where the batch is, and the watermark of bpmn.io is free', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await new Operator(page).logIn('kobayashi');
  const { id } = await batchOf(page, 'RUNNING');
  await look(page, 'overview', `/b/${id}`, '[data-testid=bpmn][data-ready=true]');
  const watermark = page.locator('.bjs-powered-by');
  await watermark.scrollIntoViewIfNeeded();
  const free = await watermark.evaluate((e) => {
    const r = e.getBoundingClientRect();
    return e.contains(document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2));
  });
  expect(free, 'nothing covers the watermark').toBe(true);
  await screenshot(page, 'overview-diagram');
  await page.getByTestId('hold').click();
  await expectBannerOnTop(page);
  await expectAccessible(page, 'hold');
  await screenshot(page, 'hold');
  await page.keyboard.press('Escape');
  await look(page, 'trends', `/b/${id}/trends`, '.lane canvas');
  await expectBannerOnTop(page);
  expect(complaints).toEqual([]);
});

test('the equipment engineer sees every connection and a live trend', async ({ page }) => {
  const complaints = complaintsOf(page);
  await new Operator(page).logIn('kato');
  await look(page, 'equipment', '/equipment', '[data-testid=connection-state]');
  await page.locator('.equipment-link').first().click();
  await expect(page.locator('.lane canvas').first()).toBeVisible();
  await expectAccessible(page, 'equipment-item');
  await screenshot(page, 'equipment-item');
  expect(complaints).toEqual([]);
});

test('the planner gets a clear refusal for an incomplete order', async ({ page }) => {
  await new Operator(page).logIn('ito');
  await look(page, 'orders', '/orders', '[data-testid=order-form]');
  const form = page.getByTestId('order-form');
  const selects = form.locator('select');
  for (let i = 0; i < (await selects.count()); i++) await selects.nth(i).selectOption({ index: 1 });
  await form.locator('input').nth(0).fill('E2E-0001');
  await form.locator('input').nth(1).fill('999');
  await page.getByTestId('order-submit').click();
  await expect(page.getByTestId('refusal')).toBeVisible();
  await expectAccessible(page, 'order-refused');
  await screenshot(page, 'order-refused');
});
