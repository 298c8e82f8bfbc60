import { expect, type Page } from '@playwright/test';
import type {
  CompletionAnswer,
  EvaluatedValue,
  Parameter,
  StepView,
} from '../../src/shared/api/types';
import { answer, depends, isEntered, knownStep, type Values, type World } from './answers';
import { Operator } from './operator';

/** A value other than the one at hand; it may follow from what the MES computed. */
export type Instead = Record<string, string | ((computed: Values) => string) | undefined>;
type Evaluated = Record<string, EvaluatedValue>;
const NOTHING = { step: '', of: {}, values: {} };
/** A device just started shows what was before: people look again before they record it. */
const LOOK_AGAIN_MS = 12_000;
/** Readings of a window may be under way for a while. */
const READ_MS = 45_000;

/** Works the step on screen as people do: scans, keypad, choices, reads, reasons, signature. */
export class StepWorker {
  readonly operator: Operator;
  /** what the MES computed last, and from what */
  private evaluated: { step: string; of: Values; values: Evaluated } = NOTHING;

  constructor(
    readonly page: Page,
    private readonly world: World,
  ) {
    this.operator = new Operator(page);
    page.on('response', (response) => {
      if (!response.url().endsWith('/evaluations') || !response.ok()) return;
      const { values: of } = response.request().postDataJSON() as { values: Values };
      const step = decodeURIComponent(response.url().split('/').at(-2) ?? '');
      void response.json().then(
        ({ values }: { values: Evaluated }) => (this.evaluated = { step, of, values }),
        () => undefined,
      );
    });
  }

  /**
   * Enters everything but the signature.
   *
   * @param instead values other than those at hand, by parameter
   * @returns what was typed, for a second entry
   */
  async enterAll(view: StepView, instead: Instead = {}): Promise<Values> {
    const known = knownStep(view.key);
    await this.world.bench.move(known.before ?? []);
    await this.scanAll(view);
    const typed: Values = {};
    const later: Parameter[] = [];
    for (const p of view.parameters.filter(isEntered)) {
      const own = instead[p.id];
      if (own === undefined ? depends(view.key, p) : typeof own === 'function') later.push(p);
      else await this.enter(view, p, own, typed);
    }
    if (later.length > 0) await this.computed(view.key, typed);
    for (const p of later) await this.enter(view, p, instead[p.id], typed);
    await this.world.bench.move(known.do ?? [], typed);
    await this.giveReasons(view);
    return typed;
  }

  async scanAll(view: StepView) {
    for (const scan of view.identityScans.filter((s) => !s.done)) {
      await this.operator.pick(`scan:${scan.id}`);
      await this.operator.scan(`${view.header.coi}/${scan.container}`);
      await expect(this.item(`scan:${scan.id}`)).toHaveAttribute('data-state', 'done');
    }
  }

  private async enter(view: StepView, p: Parameter, own: Instead[string], typed: Values) {
    const computed = texts(this.evaluated.values);
    const instead = typeof own === 'function' ? own(computed) : own;
    const value = instead ?? (await answer(view, p, this.world, computed));
    if (value === undefined) return;
    await this.operator.pick(p.id);
    await this.type(p, value);
    typed[p.id] = value;
  }

  /** The same readings once more, by a second person who does not see the first ones. */
  async enterAgain(view: StepView, typed: Values) {
    for (const p of view.parameters) {
      const value = typed[p.id];
      if (p.source.kind !== 'MANUAL' || value === undefined) continue;
      await this.operator.pick(p.id);
      await this.type(p, value);
    }
  }

  private async type(p: Parameter, value: string) {
    const { operator, page } = this;
    if (p.source.kind === 'SCAN') await operator.scan(value);
    else if (p.type === 'BOOLEAN' || p.type === 'CHOICE') await operator.choose(value);
    else if (p.type === 'DECIMAL' || p.type === 'INTEGER') await operator.keyIn(value);
    else if (p.type === 'TIME') await operator.setTime(value, p.planned ?? false);
    else await page.getByTestId('entry-text').fill(value);
    await expect(this.item(p.id)).not.toHaveAttribute('data-state', 'todo');
  }

  /** Waits until the MES has computed with everything typed so far. */
  private async computed(step: string, typed: Values) {
    const done = () =>
      this.evaluated.step === step &&
      Object.keys(typed).every((p) => this.evaluated.of[p] !== undefined);
    await expect
      .poll(done, {
        message: 'the MES has computed with what was typed',
        timeout: 15_000,
      })
      .toBe(true);
  }

  /** Waits for values that are read, looks again at displays, gives a reason for what stays outside. */
  private async giveReasons(view: StepView) {
    const { page, operator } = this;
    const waiting = page.locator('[data-testid^=item-][data-state=wait]');
    await expect(waiting, 'every value is there').toHaveCount(0, { timeout: READ_MS });
    const read = view.parameters.filter((p) => ['TAG', 'WINDOW'].includes(p.source.kind));
    for (const p of read) {
      await expect(this.item(p.id))
        .not.toHaveAttribute('data-state', 'reason', { timeout: LOOK_AGAIN_MS })
        .catch(() => undefined);
    }
    if (view.parameters.length > 0) await page.waitForTimeout(500); // the last answer of the server
    const due = page.locator('[data-testid^=item-][data-state=reason]');
    while ((await due.count()) > 0) {
      await due.first().click();
      await operator.next();
      await operator.giveReason('');
    }
  }

  /** Presses complete and signs if asked. */
  async complete(view: StepView, signers: string[]): Promise<CompletionAnswer['state']> {
    const { page, operator } = this;
    await expect(page.getByTestId('complete')).toBeEnabled({ timeout: 15_000 });
    await page.getByTestId('complete').click();
    if (view.signature || signers.length > 1) {
      for (const signer of signers) await operator.sign(signer);
    }
    return this.result();
  }

  /** What the server answered. */
  async result(): Promise<CompletionAnswer['state']> {
    const result = this.page.getByTestId('result');
    await expect(result).toBeVisible({ timeout: 20_000 });
    return (await result.getAttribute('data-state')) as CompletionAnswer['state'];
  }

  /** The second person on the same tablet, right after the first. */
  async toVerification() {
    await this.page.getByTestId('verify-now').click();
    await expect(this.page.getByTestId('step')).toHaveAttribute(
      'data-state',
      'AWAITING_VERIFICATION',
    );
  }

  item(id: string) {
    return this.page.getByTestId(`item-${id}`);
  }
}

function texts(evaluated: Evaluated): Values {
  return Object.fromEntries(
    Object.entries(evaluated).flatMap(([id, v]) => (v.value === undefined ? [] : [[id, v.value]])),
  );
}
