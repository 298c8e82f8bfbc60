import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { BatchState } from '../src/shared/api/types';
import { Operator } from './support/operator';
import { complaintsOf, isJapanese, lookAt } from './support/page';
import { ensureRunning, fillOrder, order, places } from './support/planner';
import { reasonAndSign } from './support/quality';
import { zip } from './support/zip';

async function batchOf(page: Page, ...states: BatchState[]): Promise<string> {
  const answer = await page.request.get('/api/batches?limit=100');
  const { batches } = (await answer.json()) as { batches: { id: string; state: string }[] };
  const found = batches.find((b) => states.some((s) => s === b.state));
  if (!found) throw new Error(`no batch is ${states.join(' or ')}`);
  return found.id;
}

async function open(page: Page, name: string, address: string, ready: string) {
  await page.goto(address);
  await expect(page.locator(ready).first()).toBeVisible({ timeout: 15_000 });
  await lookAt(page, name);
}

/** Everybody who has something to do at a desk, and what must not complain meanwhile. */
async function at(page: Page, user: string): Promise<() => void> {
  const complaints = complaintsOf(page);
  await new Operator(page).logIn(user);
  return () => expect(complaints).toEqual([]);
}

test.beforeAll(({ browser }) => ensureRunning(browser));

test('quality assurance finds its way from the list to the evidence', async ({ page }) => {
  const done = await at(page, 'suzuki');
  const id = await batchOf(page, 'RUNNING');
  await open(page, 'batches', '/batches', '.dt tbody tr');
  await open(page, 'reviews', '/review', '.dt');
  await open(page, 'review', `/review/${id}`, '[data-testid=verdict]');
  await expect(page.getByTestId('verdict')).toHaveAttribute('data-good', 'false');
  await expect(page.getByTestId('release')).toHaveCount(0);
  await open(page, 'record-running', `/b/${id}/record`, '.record-step');
  await open(page, 'audit-running', `/audit?batch=${id}`, '[data-testid=chain][data-valid=true]');
  await open(page, 'work-quality', '/work', '[data-testid=work]');
  done();
});

test('the supervisor sees where the batch is, and the watermark of bpmn.io is free', async ({
  page,
}) => {
  const done = await at(page, 'kobayashi');
  const id = await batchOf(page, 'RUNNING');
  await open(page, 'overview', `/b/${id}`, '[data-testid=bpmn][data-ready=true]');
  const watermark = page.locator('.bjs-powered-by');
  await watermark.scrollIntoViewIfNeeded();
  const free = await watermark.evaluate((e) => {
    const r = e.getBoundingClientRect();
    return e.contains(document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2));
  });
  expect(free, 'nothing covers the watermark').toBe(true);
  await lookAt(page, 'overview-diagram');
  await open(page, 'trends-running', `/b/${id}/trends`, '.lane canvas');
  done();
});

test('quality assurance ends a batch that cannot go on', async ({ page, browser }) => {
  const done = await at(page, 'watanabe');
  const planner = await (await browser.newContext()).newPage();
  await new Operator(planner).logIn('ito');
  const id = await order(planner, places.ja, 'PT-ABORT-1');
  await page.goto(`/b/${id}`);
  await page.getByTestId('abort').click();
  await lookAt(page, 'abort');
  await reasonAndSign(page, 'watanabe');
  await expect(page.getByTestId('identity-banner').locator('.state')).toBeVisible();
  await expect(page.getByTestId('abort')).toHaveCount(0);
  await lookAt(page, 'overview-aborted');
  await planner.context().close();
  done();
});

test('the equipment engineer sees every connection and a live trend', async ({ page }) => {
  const done = await at(page, 'kato');
  await open(page, 'equipment', '/equipment', '[data-testid=connection-state]');
  await open(page, 'equipment-item', '/equipment/BRX-01', '.lane canvas');
  done();
});

test('the planner gets a clear refusal for each wrong entry and keeps the others', async ({
  page,
}) => {
  const done = await at(page, 'ito');
  const place = places.ja; // the other bioreactor may hold the batch the desks look at
  await open(page, 'orders', '/orders', '[data-testid=order-form]');
  for (const [token, weight] of [
    ['E2E-0001', '999'],
    ['E2E-0001', 'seventy'],
    ['Yamada Taro', '70.0'],
  ] as const) {
    await fillOrder(page, place, token, weight);
    await page.getByTestId('order-submit').click();
    await expect(page.getByTestId('refusal')).toBeVisible();
    await expect(page.getByTestId('order-patientToken')).toHaveValue(token);
    await expect(page.getByTestId('order-bodyWeightKg')).toHaveValue(weight);
    await expect(page.getByTestId('order-bioreactor')).toHaveValue(place.equipment.bioreactor!);
    await expect(page.getByTestId('order-created')).toHaveCount(0);
  }
  await lookAt(page, 'order-refused');
  done();
});

const recipe = path.resolve(
  import.meta.dirname,
  '../../../workflows/src/main/resources/recipes/car-t-lv/1.0',
);
const filesOf = (change: (name: string, text: string) => string) =>
  Object.fromEntries(
    readdirSync(recipe).map((n) => [n, change(n, readFileSync(path.join(recipe, n), 'utf8'))]),
  );

test('a broken recipe package shows all its faults; a good one is approved by another person', async ({
  page,
  browser,
}) => {
  const done = await at(page, 'yamamoto');
  await open(page, 'recipes', '/recipes', '.dt tbody tr');
  const import_ = (name: string, files: Record<string, string>) =>
    page
      .getByTestId('recipe-file')
      .setInputFiles({ name, mimeType: 'application/zip', buffer: zip(files) });
  const version = isJapanese() ? '1.0.2' : '1.0.1';
  const numbered = filesOf((_, text) => text.replace('version: "1.0"', `version: "${version}"`));
  await import_('broken.zip', {
    ...numbered,
    'up-receipt.yaml': numbered['up-receipt.yaml']!.replace('type: boolean', 'type: bool'),
    'up-harvest.yaml': numbered['up-harvest.yaml']!.replace('ja: 回収', 'jp: 回収'),
  });
  const faults = page.getByTestId('recipe-faults');
  await expect(faults).toContainText('up-receipt.yaml:');
  await expect(faults).toContainText('up-harvest.yaml:');
  await lookAt(page, 'recipe-faults');

  await import_('good.zip', numbered);
  const line = page.locator('tr', { hasText: version }).locator('.recipe-link').first();
  await expect(line).toBeVisible();
  await line.click();
  await expect(page.getByTestId('bpmn')).toHaveAttribute('data-ready', 'true');
  await expect(page.getByTestId('approve'), 'nobody approves the own import').toHaveCount(0);
  await lookAt(page, 'recipe');

  const quality = await (await browser.newContext()).newPage();
  await new Operator(quality).logIn('suzuki');
  await quality.goto(new URL(page.url()).pathname);
  await quality.getByTestId('approve').click();
  await expect(quality.getByTestId('sign-meaning')).toBeVisible();
  await lookAt(quality, 'recipe-approve');
  await new Operator(quality).sign('suzuki');
  await expect(quality.getByTestId('sign-sheet')).toHaveCount(0);
  await expect(quality.getByTestId('approve')).toHaveCount(0);
  await quality.context().close();
  done();
});

test('a reader of the client sees its batches and nothing to press', async ({ page }) => {
  const done = await at(page, 'client-a');
  await open(page, 'work-client', '/work', '[data-testid=work]');
  const id = await batchOf(page, 'RUNNING', 'COMPLETE');
  await open(page, 'record-client', `/b/${id}/record`, '.record-step');
  await page.goto(`/b/${id}`);
  await expect(page.getByTestId('bpmn')).toBeVisible();
  for (const action of ['hold', 'resume', 'abort']) {
    await expect(page.getByTestId(action)).toHaveCount(0);
  }
  done();
});
