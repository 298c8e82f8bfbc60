import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Operator } from './support/operator';
import { complaintsOf, isJapanese, lookAt } from './support/page';
import { ensureRunning } from './support/planner';
import { reasonAndSign } from './support/quality';

type Line = { id: string; number: string; coi: string; client: { id: string } };

async function clientsBatch(page: Page): Promise<Line> {
  const answer = await page.request.get('/api/batches?limit=100');
  const { batches } = (await answer.json()) as { batches: Line[] };
  const found = batches.find((b) => b.client.id === 'client-a');
  if (!found) throw new Error('client A has no batch');
  return found;
}

/** Presses the button, waits for the file, reads one of its parts with a tool that is not ours. */
async function download(page: Page, copy: string) {
  const arriving = page.waitForEvent('download', { timeout: 120_000 });
  await page.getByTestId(`portable-${copy}`).click();
  await expect(page.getByTestId('portable-status')).not.toBeEmpty();
  await lookAt(page, `portable-${copy}-making`);
  const file = await arriving;
  const path = await file.path();
  const folder = mkdtempSync(join(tmpdir(), 'portable-'));
  const part = (name: string) => {
    execFileSync('jar', ['-xf', path, name], { cwd: folder });
    return readFileSync(join(folder, name), 'utf8');
  };
  return { name: file.suggestedFilename(), part };
}

test.beforeAll(({ browser }) => ensureRunning(browser));

/** R82, R92: quality takes a record along, the client theirs; R81: a hold is set and lifted. */
test('quality and the client take the record along', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const complaints = complaintsOf(page);
  await new Operator(page).logIn('suzuki');
  const batch = await clientsBatch(page);
  await page.goto(`/b/${batch.id}/record`);
  await expect(page.getByTestId('retention')).toBeVisible({ timeout: 30_000 });
  const full = await download(page, 'full');
  expect(full.name).toBe(`${batch.number}-full.zip`);
  expect(JSON.parse(full.part('manifest.json'))).toMatchObject({
    format: 'kizuna-portable/1',
    batch: { id: batch.id, number: batch.number },
    copy: 'full',
    status: 'interim',
  });
  expect(full.part('README.txt')).toContain(batch.coi);
  await expect(page.getByTestId('portable-status')).toContainText(full.name);
  await lookAt(page, 'portable-done');

  const hold = page.getByTestId('legal-hold');
  for (const inForce of [true, false]) {
    await page.getByTestId('retention').getByRole('button').click();
    await reasonAndSign(page, 'suzuki');
    await expect(hold.locator('.tag')).toHaveCount(inForce ? 1 : 0);
    await lookAt(page, inForce ? 'legal-hold' : 'legal-hold-lifted');
  }
  await page.goto(`/review/${batch.id}`);
  await expect(page.getByTestId('portable')).toBeVisible({ timeout: 30_000 });

  const reader = await (await browser.newContext()).newPage();
  await new Operator(reader).logIn('client-a');
  await reader.goto(`/b/${batch.id}/record`);
  await expect(reader.getByTestId('portable')).toBeVisible({ timeout: 30_000 });
  await expect(reader.getByTestId('portable-full')).toHaveCount(0);
  const sponsor = await download(reader, 'sponsor');
  expect(JSON.parse(sponsor.part('manifest.json')).leftOut.length).toBeGreaterThan(3);
  expect(sponsor.part('record.json')).not.toContain('"tanaka"');
  expect(sponsor.part('README.txt')).toContain(isJapanese() ? '証明しない' : 'Not proved');
  await reader.context().close();
  expect(complaints).toEqual([]);
});
