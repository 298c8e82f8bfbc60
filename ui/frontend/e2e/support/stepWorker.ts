import { expect, type Page } from '@playwright/test';
import type { CompletionAnswer, Parameter, StepView } from '../../src/shared/api/types';
import { Operator } from './operator';

/** The lots the demonstration seeds. */
const lots: Record<string, string> = {
  'lv-vector': 'LV-2611-07',
  'culture-medium': 'MED-2611-01',
  cytokine: 'IL2-2609-03',
  'expansion-bag': 'BAG-2608-11',
  cryomedium: 'CRYO-2610-05',
  cryobag: 'EVA-2607-21',
};

type Team = { performer: string; verifier: string; supervisor?: string };

/** Works the step on screen as people do: scans, keypad, choices, signature, second person. */
export class StepWorker {
  private readonly operator: Operator;

  constructor(
    private readonly page: Page,
    private readonly team: Team,
  ) {
    this.operator = new Operator(page);
  }

  /** Values by parameter id; whatever is not named follows from its definition. */
  async enterAll(values: Record<string, string> = {}) {
    const view = await this.view();
    for (const scan of view.identityScans.filter((s) => !s.done)) {
      await this.operator.pick(`scan:${scan.id}`);
      await this.operator.scan(`${view.header.coi}/${scan.container}`);
      await expect(this.page.getByTestId(`item-scan:${scan.id}`)).toHaveAttribute(
        'data-state',
        'done',
      );
    }
    const equipment = await this.equipment(view);
    for (const p of view.parameters) {
      if (p.source.kind !== 'MANUAL' && p.source.kind !== 'SCAN') continue;
      await this.operator.pick(p.id);
      await this.enter(p, values[p.id] ?? goodValue(p, view, equipment));
    }
  }

  private async enter(p: Parameter, value: string) {
    const { operator, page } = this;
    if (p.source.kind === 'SCAN') await operator.scan(value);
    else if (p.type === 'BOOLEAN' || p.type === 'CHOICE') await operator.choose(value);
    else if (p.type === 'DECIMAL' || p.type === 'INTEGER') await operator.keyIn(value);
    else if (p.type === 'TIME') await page.getByTestId('time-now').click();
    else await page.getByTestId('entry-text').fill(value);
    const item = page.getByTestId(`item-${p.id}`);
    await expect(item).not.toHaveAttribute('data-state', 'todo');
    if ((await item.getAttribute('data-state')) === 'reason') {
      await operator.next();
      await operator.giveReason('measured again, value confirmed');
    }
  }

  /** Presses complete, signs if asked, and says what the server answered. */
  async complete(): Promise<CompletionAnswer['state']> {
    const { page, operator, team } = this;
    await expect(page.getByTestId('complete')).toBeEnabled();
    const { signature } = await this.view();
    await page.getByTestId('complete').click();
    if (signature) await operator.sign(team.performer);
    const result = page.getByTestId('result');
    await expect(result).toBeVisible({ timeout: 20_000 });
    return (await result.getAttribute('data-state')) as CompletionAnswer['state'];
  }

  /** The second person on the same tablet, right after the first. */
  async verifyNow(second: Record<string, string> = {}) {
    const { page, operator, team } = this;
    await page.getByTestId('verify-now').click();
    await expect(page.getByTestId('step')).toHaveAttribute('data-state', 'AWAITING_VERIFICATION');
    for (const [id, value] of Object.entries(second)) {
      await operator.pick(id);
      await operator.keyIn(value);
    }
    await page.getByTestId('complete').click();
    await operator.sign(team.verifier);
    await expect(page.getByTestId('result')).toHaveAttribute('data-state', 'COMPLETE', {
      timeout: 20_000,
    });
  }

  /** The step on screen, asked with the session of the page. */
  async view(): Promise<StepView> {
    const path = new URL(this.page.url()).pathname;
    const [, batch, key] = /\/b\/([^/]+)\/step\/([^/]+)/.exec(path) ?? [];
    const response = await this.page.request.get(`/api/batches/${batch}/steps/${key}`);
    expect(response.ok()).toBe(true);
    return (await response.json()) as StepView;
  }

  private async equipment(view: StepView): Promise<Record<string, string>> {
    const response = await this.page.request.get(`/api/batches/${view.header.id}`);
    const batch = (await response.json()) as { equipment: { role: string; equipmentId: string }[] };
    return Object.fromEntries(batch.equipment.map((e) => [e.role, e.equipmentId]));
  }
}

/** The good answer, the middle of the limits, the lot at hand, the equipment of the batch. */
function goodValue(p: Parameter, view: StepView, equipment: Record<string, string>): string {
  const { source, limits } = p;
  if (source.kind === 'SCAN') {
    if (source.of === 'LOT') return lots[source.material ?? ''] ?? 'LOT-0001';
    if (source.of === 'EQUIPMENT') return equipment[source.equipment ?? ''] ?? 'EQ-01';
    return source.of === 'LABEL' ? `${view.header.coi}/${p.id}` : 'FREE-0001';
  }
  if (p.type === 'BOOLEAN') return limits?.allowed?.[0] ?? 'true';
  if (p.type === 'CHOICE') {
    const good = p.choices.find(
      (c) => limits?.allowed?.includes(c.value) || c.verdict === 'NORMAL',
    );
    return (good ?? p.choices[0])?.value ?? '';
  }
  if (p.type === 'DECIMAL' || p.type === 'INTEGER') return middle(p);
  return 'as instructed';
}

function middle(p: Parameter): string {
  const low = Number(p.limits?.normal?.low ?? NaN);
  const high = Number(p.limits?.normal?.high ?? NaN);
  const value = Number.isNaN(low)
    ? Number.isNaN(high)
      ? Number(p.limits?.rejectBelow ?? 0) + 1
      : high
    : Number.isNaN(high)
      ? low
      : (low + high) / 2;
  const digits = p.type === 'INTEGER' ? 0 : (p.decimals ?? 2);
  return String(Math.round(value * 10 ** digits) / 10 ** digits);
}
