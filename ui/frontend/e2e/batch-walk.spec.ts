import { expect, test, type Page } from '@playwright/test';
import { readBatch, readExceptions, readRecord } from './support/api';
import { BatchWalk } from './support/batchWalk';
import { isJapanese, lookAt } from './support/page';
import { People } from './support/people';
import { ClockScreen } from './support/plantClock';
import { order, places } from './support/planner';
import { decide, release, signReview } from './support/quality';

// A trace of a thousand actions on five screens costs more than the walk itself.
test.use({ trace: 'off', screenshot: 'only-on-failure' });

/** A batch under way, for whoever works on the pages of its later steps; its record is not judged. */
const begun = process.env.KIZUNA_WALK_BATCH;

/** One batch from order to release, everything on the pages: issue 2, lines 1 and 6. */
test('people make one batch, from the order to the release', async ({ browser }) => {
  // Five minutes on two idle cores; a busy machine takes its time.
  test.setTimeout(40 * 60_000);
  const language = isJapanese() ? 'ja' : 'en';
  const people = new People(browser);
  const planner = await people.screenOf('ito');
  const id = begun ?? (await order(planner, places[language], `PT-WALK-${Date.now() % 100_000}`));
  if (!begun) await lookAt(planner, 'order-created');
  const clock = new ClockScreen(await people.screenOf('mori'));
  await clock.run(60);
  await lookAt(await people.screenOf('mori'), 'clock');
  const tablet = await people.screenOf('tanaka');
  const walk = new BatchWalk(people, clock, tablet, await readBatch(tablet, id));

  await walk.untilReview();
  await clock.run(60);

  const suzuki = await people.screenOf('suzuki');
  const watanabe = await people.screenOf('watanabe');
  await suzuki.goto(`/review/${id}`);
  await expect(suzuki.getByTestId('verdict')).toHaveAttribute('data-good', 'false');
  await expect(
    suzuki.getByTestId('release'),
    'nothing to press while something blocks',
  ).toHaveCount(0);
  await lookAt(suzuki, 'review-blocked');
  await decide(suzuki, id, 'ACCEPT');
  if (!begun) await decide(suzuki, id, 'CLOSE_DEVIATION');
  await signReview(suzuki, walk, '0');
  await release(watanabe, walk);
  await expect(watanabe.getByTestId('verdict')).toHaveAttribute('data-good', 'true');
  await lookAt(watanabe, 'review-released');

  if (!begun) await expectWholeRecord(watanabe, id);
  await readOnScreen(watanabe, id);
  expect(people.complaints.flat()).toEqual([]);
  await people.close();
});

type Signed = { voidReason?: string; meaning: string };
type StepOfRecord = { key: string; state: string; signature?: string; signatures: Signed[] };

/** Complete, signed, every exception decided, released: asked of the record itself. */
async function expectWholeRecord(page: Page, id: string) {
  const record = await readRecord(page, id);
  expect(record.disposition?.decision).toBe('RELEASED');
  const steps = (record.unitProcedures as { steps: StepOfRecord[] }[]).flatMap((u) => u.steps);
  expect(steps.length).toBeGreaterThan(60);
  for (const step of steps) {
    expect(['COMPLETE', 'ABANDONED'], step.key).toContain(step.state);
    if (step.state !== 'COMPLETE' || !step.signature) continue;
    const standing = step.signatures.filter((s) => !s.voidReason);
    expect(standing.length, `${step.key} is signed`).toBeGreaterThan(0);
  }
  const exceptions = await readExceptions(page, id);
  expect(exceptions.filter((e) => ['OPEN', 'DEVIATION'].includes(e.state))).toEqual([]);
  for (const type of ['IDENTITY_MISMATCH', 'LIMIT_ALERT', 'PROBLEM']) {
    expect(exceptions.map((e) => e.type)).toContain(type);
  }
}

/** Record, trends, overview and trail of the finished batch; the PDF in both languages. */
async function readOnScreen(page: Page, id: string) {
  const pages: [string, string, string][] = [
    ['record', `/b/${id}/record`, '.record-step'],
    ['trends', `/b/${id}/trends`, '.lane canvas'],
    ['overview-released', `/b/${id}`, '[data-testid=bpmn][data-ready=true]'],
    ['audit', `/audit?batch=${id}`, '[data-testid=chain][data-valid=true]'],
  ];
  for (const [name, path, ready] of pages) {
    await page.goto(path);
    await expect(page.locator(ready).first()).toBeVisible({ timeout: 30_000 });
    await lookAt(page, name);
  }
  for (const language of ['en', 'ja']) {
    const address = `/api/batches/${id}/record.pdf?lang=${language}`;
    const pdf = await page.request.get(address, { timeout: 60_000 });
    expect(pdf.headers()['content-type']).toContain('application/pdf');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  }
}
