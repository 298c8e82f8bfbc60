import { expect, type Page } from '@playwright/test';
import type { CompletionAnswer, StepView } from '../../src/shared/api/types';
import { rounded, type Values } from './answers';
import { readStep } from './api';
import { type BatchWalk } from './batchWalk';
import { fault } from './bench';
import { decide, resume } from './quality';
import { type Instead, type StepWorker } from './stepWorker';

/** Where an incident happens: the walk, the screen, the step. */
type Doing = { walk: BatchWalk; worker: StepWorker; page: Page; key: string };
type State = CompletionAnswer['state'];

/** What does not go as planned at a step, and what the pages answer. */
export type Incident = {
  instead?: Instead;
  arriving?: (d: Doing) => Promise<void>;
  entered?: (d: Doing) => Promise<void>;
  signing?: (d: Doing, view: StepView) => Promise<State>;
  verifying?: (d: Doing, view: StepView, typed: Values) => Promise<void>;
  done?: (d: Doing) => Promise<void>;
};

const REASON = {
  en: 'Reading repeated on the second instrument, agrees',
  ja: '別の機器で再測定し一致',
};
const reason = (page: Page) =>
  page.evaluate(() => document.documentElement.lang).then((l) => REASON[l === 'ja' ? 'ja' : 'en']);

/** The password is mistyped; a second reading that differs is refused. */
const wrongPassword: Incident = {
  async signing({ walk, worker, page }) {
    await page.getByTestId('complete').click();
    await walk.look(page, 'sign');
    await worker.operator.sign(walk.performer, 'not-the-password');
    await expect(page.getByTestId('sign-wrong')).toBeVisible();
    await expect(page.getByTestId('sign-password')).toHaveValue('');
    await walk.look(page, 'sign-wrong-password');
    await worker.operator.sign(walk.performer);
    return worker.result();
  },
  async verifying({ walk, worker, page }, view, typed) {
    await worker.enterAgain(view, { ...typed, body_weight: '71.0' });
    await page.getByTestId('complete').click();
    const sheet = page.getByTestId('sign-sheet');
    await expect(sheet.getByTestId('refusal')).toHaveAttribute('data-code', 'BR-013');
    await expect(sheet, 'the first entry stays hidden').not.toContainText(typed.body_weight ?? '-');
    await expect(page.getByTestId('sign-submit')).toBeDisabled();
    await walk.look(page, 'verify-readings-differ');
    await page.getByTestId('sign-cancel').click();
    await worker.operator.pick('body_weight');
    for (let i = 0; i < 4; i++) await page.getByTestId('key-delete').click();
    await worker.operator.keyIn(typed.body_weight ?? '');
  },
};

/** Nobody verifies the own work, also not in the sheet of another person's session. */
const samePerson: Incident = {
  async verifying({ walk, worker, page }) {
    await page.getByTestId('complete').click();
    await worker.operator.sign(walk.performer);
    const sheet = page.getByTestId('sign-sheet');
    await expect(sheet.getByTestId('refusal')).toHaveAttribute('data-code', 'BR-008');
    await walk.look(page, 'verify-same-person');
    await page.getByTestId('sign-cancel').click();
  },
};

/** An alert value is recorded with a reason. */
const alertValue: Incident = {
  instead: { temperature_max: '-140.0' },
  async arriving({ page, worker, walk }) {
    await worker.operator.pick('temperature_max');
    await worker.operator.keyIn('-140');
    await worker.operator.next();
    await expect(page.getByTestId('reason-sheet')).toBeVisible();
    await walk.look(page, 'reason');
    await page.keyboard.press('Escape');
    for (let i = 0; i < 4; i++) await page.getByTestId('key-delete').click();
  },
};

/** An alert value that a second person enters again: only the first one gives a reason. */
const alertEnteredTwice: Incident = { instead: { viability: '80.0' } };

/** The bag of another patient: a full stop; QA opens a deviation and resumes. */
const wrongLabel: Incident = {
  async arriving({ walk, worker, page }) {
    const foreign = walk.batch.header.coi.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A'));
    await worker.operator.pick('scan:apheresis_bag');
    await worker.operator.scan(`${foreign}/apheresis-bag`);
    await expect(page.getByTestId('mismatch')).toBeVisible();
    await walk.look(page, 'mismatch');
    await page.getByTestId('mismatch-close').click();
    await expect(page.getByTestId('complete')).toBeDisabled();
    await walk.look(page, 'step-held');
    const quality = await walk.people.screenOf('suzuki');
    await decide(quality, walk.id, 'DEVIATION', 'CRITICAL');
    await resume(quality, walk, 'suzuki');
    await expect(page.getByTestId('scan-box')).toBeVisible({ timeout: 20_000 });
  },
};

/** A problem is reported; the other operator takes over; a value is corrected afterwards. */
const takeOver: Incident = {
  async arriving({ walk, worker, page }) {
    await page.getByTestId('report-problem').click();
    await walk.look(page, 'problem');
    await page.getByTestId('problem-label').click();
    await expect(page.getByTestId('problem-recorded')).toBeVisible();
    await page.getByTestId('problem-sheet').locator('.btn.primary').click();
    await worker.operator.lock();
    await walk.look(page, 'lock');
    await worker.operator.unlock(walk.second);
    walk.handOver();
  },
  async done({ walk, worker, page, key }) {
    await page.getByTestId('to-work').click();
    await page.goto(`/b/${walk.id}/step/${key}`);
    await page.getByTestId('correct-tare_weight').click();
    await page.getByTestId('correction-value').fill('21.9');
    await page.getByTestId('correction-reason').fill(await reason(page));
    await walk.look(page, 'correction');
    await page.getByTestId('correction-continue').click();
    await worker.operator.sign(walk.performer);
    await expect(page.getByTestId('recorded-tare_weight').locator('s')).toContainText('21.8');
    await walk.look(page, 'corrected');
    const view = await readStep(page, walk.id, key);
    if (view.state === 'AWAITING_VERIFICATION') await walk.verify(page, view, {});
  },
};

/** A supervisor holds the batch at the own screen; the operator sees it; QA resumes. */
const heldBySupervisor: Incident = {
  async arriving({ walk, page }) {
    const supervisor = await walk.people.screenOf('kobayashi');
    await supervisor.goto(`/b/${walk.id}`);
    await supervisor.getByTestId('hold').click();
    await supervisor.getByTestId('reason-text').fill(await reason(supervisor));
    await walk.look(supervisor, 'hold');
    await supervisor.getByTestId('reason-continue').click();
    await expect(supervisor.getByTestId('held')).toBeVisible();
    await expect(page.getByTestId('complete')).toBeDisabled();
    await resume(await walk.people.screenOf('suzuki'), walk, 'suzuki');
    await expect(page.getByTestId('entry-panel')).toBeVisible({ timeout: 20_000 });
  },
};

/** Outside its limits: a supervisor signs as well. */
const secondSignature: Incident = {
  instead: {
    volume_added: (computed) =>
      rounded({ type: 'DECIMAL', decimals: 2 }, Number(computed.planned_volume) * 1.04),
  },
  async signing({ walk, worker, page }) {
    await page.getByTestId('complete').click();
    await worker.operator.sign(walk.performer);
    await expect(page.getByTestId('sign-user')).toHaveValue('');
    await walk.look(page, 'sign-supervisor');
    await worker.operator.sign('kobayashi');
    return worker.result();
  },
};

/** The balance is silent until after the signature: its value is typed, with a reason, and the record says so. */
const lostReading = (): Incident => {
  let heal = async () => {};
  return {
    async arriving({ walk, worker, page }) {
      const weight = await walk.bench.shown('bioreactor', 'WEIGHT');
      heal = await fault({ code: 'SM04', device: walk.unit('bioreactor'), tag: 'WEIGHT' });
      await worker.operator.pick('weight');
      await page.getByTestId('type-instead').click({ timeout: 60_000 });
      await worker.operator.keyIn(rounded({ type: 'DECIMAL', decimals: 1 }, weight));
      await walk.look(page, 'typed-instead');
      await worker.operator.next();
      await worker.operator.giveReason('');
    },
    done: () => heal(),
  };
};

const incidents: Record<string, Incident> = {
  'up-receipt.user_confirm_order': wrongPassword,
  'up-receipt.user_reserve_slot': samePerson,
  'up-receipt.user_evaluate_logger': alertValue,
  'up-receipt.user_check_bag_identity': wrongLabel,
  'up-receipt.user_inspect_bag': takeOver,
  'up-transduction.user_issue_vector': heldBySupervisor,
  'up-transduction.user_add_vector': secondSignature,
  'up-harvest.user_confirm_culture': lostReading(),
  'up-harvest.user_count_harvest': alertEnteredTwice,
};

export const incidentAt = (step: string): Incident => incidents[step] ?? {};
