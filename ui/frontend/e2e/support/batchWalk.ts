import { expect, type Page } from '@playwright/test';
import type { BatchView, StepLine, StepView } from '../../src/shared/api/types';
import { stepOf, type Values, type World } from './answers';
import { patientToken, plantNow, readBatch, readExceptions, readStep, recordedValue } from './api';
import { Bench } from './bench';
import { incidentAt, type Incident } from './incidents';
import { glanceAt, lookAt } from './page';
import { type People } from './people';
import { type ClockScreen } from './plantClock';
import { StepWorker } from './stepWorker';

const POLL_MS = 150;
/** A pause of the route shorter than this is no reason to let the clock run. */
const PATIENCE_MS = 700;
/** While people work; what is left of a hold time must last this long on the wall. */
const WORK_SPEED = 60;
const HOLD_TIME_LEFT_MS = 90_000;
const NOTHING_NEW_MS = 120_000;
/** One step of each kind of entry: choice and number, time, scans, live values, read values, windows. */
const LOOKED_AT_WHOLE = ['1.1.1', '1.1.2', '1.2.3', '5.1.3', '7.1.3', '7.1.4', '10.2.5'];
/** Their steps come to their own screens; all others share the tablet at the bench. */
const AT_THEIR_DESK: Partial<Record<string, string>> = { QA: 'suzuki', SUPERVISOR: 'kobayashi' };
const QA_STEPS_ON_REVIEW_PAGE = ['user_review_batch_record', 'user_decide_disposition'];

/** One batch worked on the pages by the people of a suite, from the first step to the last of production. */
export class BatchWalk {
  /** who holds the tablet, and who stands beside */
  performer = 'tanaka';
  second = 'sato';
  readonly bench: Bench;
  private readonly workers = new Map<Page, StepWorker>();
  private readonly looked = new Set<string>();
  private readonly met = new Set<string>();
  private here = '';

  constructor(
    readonly people: People,
    private readonly clock: ClockScreen,
    readonly tablet: Page,
    readonly batch: BatchView,
  ) {
    this.bench = new Bench(batch.header.coi, (role) => this.unit(role));
  }

  get id() {
    return this.batch.header.id;
  }

  /** Works whatever waits until the last step of QA is due. */
  async untilReview() {
    let changed = Date.now();
    let before = '';
    let idleSince = 0;
    for (;;) {
      const batch = await readBatch(this.tablet, this.id);
      expect(batch.state, `state of the batch (${batch.holdReason ?? ''})`).toBe('RUNNING');
      const open = this.openSteps(batch);
      const next = open[0];
      if (next?.key.split('.')[1]?.startsWith(QA_STEPS_ON_REVIEW_PAGE[0] ?? '')) return;
      const now = JSON.stringify(open.map((s) => s.key + s.state));
      if (now !== before) changed = Date.now();
      before = now;
      if (next) {
        idleSince = 0;
        await this.clock.run(Math.min(WORK_SPEED, await this.leisure(batch)));
        await this.work(next);
        continue;
      }
      idleSince ||= Date.now();
      if (batch.waitsUntil) await this.seeWaiting();
      if (batch.waitsUntil || Date.now() - idleSince > PATIENCE_MS) {
        await this.clock.run(holdTimeRuns(batch) ? await this.leisure(batch) : 5000);
      }
      expect(Date.now() - changed, 'the route goes on').toBeLessThan(NOTHING_NEW_MS);
      await this.tablet.waitForTimeout(POLL_MS);
    }
  }

  /** Once: the supervisor's overview says until when nobody is needed. */
  private async seeWaiting() {
    if (this.looked.has('overview-waiting')) return;
    const supervisor = await this.people.screenOf('kobayashi');
    await supervisor.goto(`/b/${this.id}`);
    await expect(supervisor.getByTestId('waits')).toBeVisible();
    await expect(supervisor.locator('[data-testid=bpmn][data-ready=true]')).toBeVisible();
    await this.look(supervisor, 'overview-waiting');
  }

  private openSteps(batch: BatchView): StepLine[] {
    const rank = (s: StepLine) =>
      s.state === 'AWAITING_VERIFICATION' ? 0 : s.key.startsWith(this.here) ? 1 : 2;
    return batch.unitProcedures
      .flatMap((u) => u.steps)
      .filter((s) => s.state === 'OPEN' || s.state === 'AWAITING_VERIFICATION')
      .sort((a, b) => rank(a) - rank(b));
  }

  private async work(line: StepLine) {
    this.here = `${line.key.split('.')[0]}.`;
    const view = await readStep(this.tablet, this.id, line.key);
    const own = AT_THEIR_DESK[view.performer];
    const page = own ? await this.people.screenOf(own) : this.tablet;
    await this.open(page, line.key);
    const incident = this.incident(line.key);
    if (line.state === 'AWAITING_VERIFICATION') return this.verify(page, view, {}, incident);
    await expect(page.getByTestId('step')).toHaveAttribute('data-state', 'OPEN');
    await this.perform(page, own, incident, line.key);
  }

  /** From the result of the step before, or from the worklist. */
  private async open(page: Page, key: string) {
    const address = `/b/${this.id}/step/${key}`;
    const next = page.getByTestId('next-step');
    if (
      (await next.count()) > 0 &&
      decodeURI((await next.getAttribute('href')) ?? '') === address
    ) {
      await next.click();
    } else {
      const toWork = page.getByTestId('to-work').or(page.getByTestId('nav-work')).first();
      await toWork.click();
      const card = page.locator(`[data-testid=work-card][data-step="${key}"][href*="${this.id}"]`);
      await expect(card).toBeVisible({ timeout: 15_000 });
      await card.click();
    }
    await expect(page.getByTestId('step')).toHaveAttribute('data-key', key);
    await expect(page.getByTestId('identity-code')).toHaveText(this.batch.header.shortCode);
  }

  private async perform(page: Page, by: string | undefined, incident: Incident, key: string) {
    const worker = this.worker(page);
    const doing = { walk: this, worker, page, key };
    await incident.arriving?.(doing);
    const view = await readStep(page, this.id, key);
    const typed = await worker.enterAll(view, incident.instead);
    await incident.entered?.(doing);
    if (LOOKED_AT_WHOLE.includes(view.number)) await this.look(page, `step-${view.number}`);
    else if (!/~\d+$/.test(key)) await glanceAt(page, `step-${view.number}`);
    const performer = by ?? this.performer;
    const state = incident.signing
      ? await incident.signing(doing, view)
      : await worker.complete(view, [performer]);
    if (state === 'AWAITING_VERIFICATION') {
      await worker.toVerification();
      await this.verify(page, view, typed, incident);
    }
    await incident.done?.(doing);
  }

  /** The second person, on the tablet of the first. */
  async verify(page: Page, view: StepView, typed: Values, incident: Incident = {}) {
    const worker = this.worker(page);
    const doing = { walk: this, worker, page, key: view.key };
    if (incident.verifying) await incident.verifying(doing, view, typed);
    else if (view.verification === 'BLIND_SECOND_ENTRY') await worker.enterAgain(view, typed);
    await this.look(page, `verify-${view.verification === 'VERIFY' ? 'look' : 'blind'}`);
    await expect(page.locator('[data-testid^=item-][data-state=reason]')).toHaveCount(0);
    await expect(page.getByTestId('complete'), `verification of ${view.key}`).toBeEnabled();
    await page.getByTestId('complete').click();
    await worker.operator.sign(page === this.tablet ? this.second : 'watanabe');
    expect(await worker.result()).toBe('COMPLETE');
  }

  /** Each page once. */
  async look(page: Page, name: string) {
    if (this.looked.has(name)) return;
    this.looked.add(name);
    await lookAt(page, name);
  }

  /** Something out of the ordinary happens at the first pass of a step only. */
  private incident(key: string): Incident {
    const step = stepOf(key);
    if (this.met.has(step)) return {};
    this.met.add(step);
    return incidentAt(step);
  }

  private worker(page: Page): StepWorker {
    const known = this.workers.get(page) ?? new StepWorker(page, this.world());
    this.workers.set(page, known);
    return known;
  }

  private world(): World {
    return {
      bench: this.bench,
      equipment: (role) => this.unit(role),
      patientToken: () => patientToken(this.tablet, this.id),
      recorded: (path) => recordedValue(this.tablet, this.id, path),
      openExceptions: async () =>
        (await readExceptions(this.tablet, this.id)).filter((e) =>
          ['OPEN', 'DEVIATION'].includes(e.state),
        ).length,
    };
  }

  unit(role: string): string {
    const bound = this.batch.equipment.find((e) => e.role === role);
    if (!bound) throw new Error(`the batch has no ${role}`);
    return bound.equipmentId;
  }

  /** The clock may run so fast that what is left of every hold time lasts a while. */
  private async leisure(batch: BatchView): Promise<number> {
    const running = batch.holdTimes.filter((h) => h.state === 'RUNNING' || h.state === 'WARNING');
    if (running.length === 0) return 5000;
    const now = await plantNow(this.tablet);
    const left = running.map((h) => Date.parse(h.normalUntil) - now);
    return Math.max(1, Math.min(5000, ...left.map((ms) => ms / HOLD_TIME_LEFT_MS)));
  }

  /** Between two steps the other operator takes the tablet. */
  handOver() {
    [this.performer, this.second] = [this.second, this.performer];
  }
}

const holdTimeRuns = (batch: BatchView) =>
  batch.holdTimes.some((h) => h.state !== 'MET' && h.state !== 'EXCEEDED');
