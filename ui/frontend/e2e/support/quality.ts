import { expect, type Page } from '@playwright/test';
import { readExceptions } from './api';
import { type BatchWalk } from './batchWalk';
import { Operator } from './operator';

type Decision = 'ACCEPT' | 'DEVIATION' | 'CLOSE_DEVIATION';

const COMMENT = {
  en: 'Values, limits and reason looked at; no effect on the product.',
  ja: '値・限度・理由を確認した。製品への影響なし。',
};
const comment = (page: Page) =>
  page.evaluate(() => document.documentElement.lang).then((l) => COMMENT[l === 'ja' ? 'ja' : 'en']);

const userOf = async (page: Page): Promise<string> => {
  const answer = await page.request.get('/api/session');
  return ((await answer.json()) as { person: { id: string } }).person.id;
};

/** Reason and signature of whatever sheet is open. */
export async function reasonAndSign(page: Page, user: string) {
  await page.getByTestId('reason-text').fill(await comment(page));
  await page.getByTestId('reason-continue').click();
  await new Operator(page).sign(user);
  await expect(page.getByTestId('sign-sheet')).toHaveCount(0);
}

/** Decides the open exceptions of a severity, or all of them. */
export async function decide(page: Page, batch: string, decision: Decision, severity?: string) {
  const user = await userOf(page);
  const state = decision === 'CLOSE_DEVIATION' ? 'DEVIATION' : 'OPEN';
  const due = (await readExceptions(page, batch)).filter(
    (e) => e.state === state && (severity === undefined || e.severity === severity),
  );
  expect(due.length, `exceptions to ${decision}`).toBeGreaterThan(0);
  for (const e of due) {
    await page.goto(`/review/${batch}?exception=${e.id}`);
    await page.getByTestId(`decide-${decision}`).click();
    await reasonAndSign(page, user);
    await expect(page.getByTestId(`decide-${decision}`)).toHaveCount(0);
  }
}

/** QA lets a held batch go on. */
export async function resume(page: Page, walk: BatchWalk, user: string) {
  await page.goto(`/b/${walk.id}`);
  await expect(page.getByTestId('held')).toBeVisible();
  await walk.look(page, 'overview-held');
  await page.getByTestId('resume').click();
  await reasonAndSign(page, user);
  await expect(page.getByTestId('held')).toHaveCount(0);
}

/** The review step of the release procedure, answered and signed from the review page. */
export async function signReview(page: Page, walk: BatchWalk, openDeviations: string) {
  await page.goto(`/review/${walk.id}`);
  await page.getByTestId('sign-review').click();
  const sheet = page.getByTestId('review-sheet');
  await expect(sheet).toBeVisible();
  for (const first of await sheet.locator('fieldset input:first-of-type').all()) {
    await first.check();
  }
  for (const field of await sheet.locator('input[inputmode]').all()) {
    await field.fill(openDeviations);
  }
  await walk.look(page, 'review-sheet');
  await page.getByTestId('review-continue').click();
  await new Operator(page).sign(await userOf(page));
  await expect(page.getByTestId('sign-review')).toHaveCount(0);
}

/** Release by a person of QA who did not review. */
export async function release(page: Page, walk: BatchWalk) {
  await page.goto(`/review/${walk.id}`);
  await expect(page.getByTestId('verdict')).toHaveAttribute('data-good', 'true');
  await page.getByTestId('release').click();
  await page.getByTestId('reason-text').fill(await comment(page));
  await walk.look(page, 'release');
  await page.getByTestId('reason-continue').click();
  await expect(page.getByTestId('sign-meaning')).toBeVisible();
  await walk.look(page, 'release-sign');
  await new Operator(page).sign(await userOf(page));
  await expect(page.getByTestId('sign-sheet')).toHaveCount(0);
}
