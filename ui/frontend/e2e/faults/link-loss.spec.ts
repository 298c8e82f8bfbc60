import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { Servers, until, type Ask } from '../../scripts/servers.mjs';
import { Operator } from '../support/operator';
import { screenshot } from '../support/page';

/*
 * Issue 2, acceptance 5: the simulator dies in the middle of an expansion and comes back a minute later.
 * The page shows it, the record has a gap with exact bounds and an open exception, nothing is made up.
 */
const UNIT = 'BRX-01';
const SHOWN_WITHIN_MS = 15_000;
const OUTAGE_MS = 60_000;
const RECOVERED_WITHIN_S = 60;

type Gap = { equipment: string; tag?: string; from: string; to?: string; reason: string };
type Item = { type: string; state: string; text: { en: string }; value: string };
type Lane = { tag: string; raw: { t: string; q: string }[]; gaps: Gap[] };
type Unit = { connection: { state: string }; tags: { id: string }[] };

/** Microseconds: a JavaScript date has milliseconds only, and the bounds must be exact. */
const micros = (iso: string) => {
  const fraction = (/\.(\d+)Z/.exec(iso)?.[1] ?? '').padEnd(6, '0').slice(0, 6);
  return BigInt(Date.parse(iso.replace(/\.\d+Z/, 'Z'))) * 1000n + BigInt(fraction);
};
const greatest = (times: bigint[]) => times.reduce((a, b) => (b > a ? b : a));
const least = (times: bigint[]) => times.reduce((a, b) => (b < a ? b : a));
const around = (iso: string, seconds: number) =>
  new Date(Date.parse(iso) + seconds * 1000).toISOString();

let servers: Servers;

test.beforeAll(async () => {
  test.setTimeout(400_000);
  servers = await Servers.start();
  await servers.crew('--speed', 5000, '--until-day', 3);
});

test.afterAll(async () => {
  if (test.info().errors.length > 0) servers?.printLogs();
  await servers?.stop();
});

test('a simulator killed for a minute in expansion', async ({ browser }) => {
  test.setTimeout(300_000);
  const ask = await servers.session('suzuki');
  const admin = await servers.session('mori');
  await admin('PUT', '/api/demonstration/clock', { speed: 1 });
  const { batches } = await ask<{ batches: { id: string }[] }>('GET', '/api/batches');
  const batch = batches[0]!.id;
  const open = await watch(await browser.newContext({ baseURL: servers.url }), batch);
  await live(ask);
  await new Promise((resolve) => setTimeout(resolve, 5_000)); // some readings at this speed

  await servers.kill('simulator');
  const killed = Date.now();
  for (const shown of open.marks) {
    await expect(shown).not.toHaveAttribute('data-state', 'LIVE', { timeout: SHOWN_WITHIN_MS });
  }
  await expect(open.liveLine).toHaveAttribute('data-stale', 'true', { timeout: SHOWN_WITHIN_MS });
  const shownMs = Date.now() - killed;
  expect(shownMs).toBeLessThan(SHOWN_WITHIN_MS);
  await screenshot(open.overview, 'link-lost-overview');
  await screenshot(open.step, 'link-lost-step');
  const lasting = await lossOf(ask, batch);
  expect(lasting.state).toBe('OPEN');
  expect(lasting.value, 'says that it lasts').toMatch(/ – …$/);

  await new Promise((resolve) => setTimeout(resolve, OUTAGE_MS - (Date.now() - killed)));
  const restarted = Date.now();
  await servers.startSimulator();
  await until('the link by itself', RECOVERED_WITHIN_S, () => live(ask));
  for (const shown of open.marks) await expect(shown).toHaveAttribute('data-state', 'LIVE');
  console.log(`shown after ${shownMs} ms, live ${Date.now() - restarted} ms after the restart`);

  const gap = await until('the end of the gap', 30, async () => {
    const record = await ask<{ gaps: Gap[] }>('GET', `/api/batches/${batch}/record`);
    const found = record.gaps.filter((g) => g.equipment === UNIT && g.tag === undefined);
    expect(found).toHaveLength(1);
    return found[0]!.to ? found[0] : undefined;
  });
  await expectExactAndEmpty(ask, gap!.from, gap!.to!);

  const exception = await lossOf(ask, batch);
  expect(exception).toMatchObject({ state: 'OPEN' });
  expect(exception.text.en).toContain(UNIT);
  expect(exception.value).toContain(`${gap!.from} – ${gap!.to}`);
  await expectDrawn(open.overview, batch, gap!);
});

/** What three people look at while it happens: the batch, the unit, the waiting step. */
async function watch(context: BrowserContext, batch: string) {
  const overview = await context.newPage();
  await new Operator(overview).logIn('kobayashi');
  await overview.goto(`/b/${batch}`);
  const unit = await context.newPage();
  await unit.goto(`/equipment/${UNIT}`);
  const step = await context.newPage();
  await step.goto('/work');
  await step.locator('[data-testid=work-card]').first().click();
  const liveLine = step.locator(`[data-testid^="live-${UNIT}."]`).first();
  await expect(liveLine).toHaveAttribute('data-stale', 'false', { timeout: 20_000 });
  const marks = [overview.getByTestId(`unit-${UNIT}`), unit.getByTestId('connection-state')];
  for (const mark of marks) await expect(mark).toHaveAttribute('data-state', 'LIVE');
  return { overview, step, marks, liveLine };
}

async function live(ask: Ask): Promise<boolean> {
  const unit = await ask<Unit>('GET', `/api/equipment/${UNIT}`);
  return unit.connection.state === 'LIVE';
}

/** The one exception of this outage, whatever else the batch has. */
async function lossOf(ask: Ask, batch: string): Promise<Item> {
  const all = await ask<{ exceptions: Item[] }>('GET', `/api/batches/${batch}/exceptions`);
  const found = all.exceptions.filter((e) => e.type === 'DATA_GAP' && e.text.en.includes(UNIT));
  expect(found, 'one exception for one outage of one unit').toHaveLength(1);
  return found[0]!;
}

/** The gap begins with the unit's last reading and ends with its first; no tag has one between. */
async function expectExactAndEmpty(ask: Ask, from: string, to: string) {
  const begin = micros(from);
  const end = micros(to);
  expect(Number(end - begin) / 1000).toBeGreaterThan(OUTAGE_MS - 5_000);
  const unit = await ask<Unit>('GET', `/api/equipment/${UNIT}`);
  const before: bigint[] = [];
  const after: bigint[] = [];
  for (const { id } of unit.tags) {
    const span = `from=${around(from, -120)}&to=${around(to, 120)}`;
    const path = `/api/readings?tag=${id}&${span}&buckets=2000`;
    const lane = (await ask<{ lanes: Lane[] }>('GET', path)).lanes[0]!;
    expect(lane.raw, `${id}: every reading of the span`).toBeDefined();
    const times = lane.raw.map((r) => micros(r.t));
    expect(
      times.filter((t) => t > begin && t < end),
      `${id} inside the gap`,
    ).toEqual([]);
    expect(
      lane.gaps.some((g) => g.to && micros(g.from) <= begin && micros(g.to) >= end),
      `${id}: its lane has the gap`,
    ).toBe(true);
    before.push(...times.filter((t) => t <= begin));
    after.push(...times.filter((t) => t >= end));
  }
  expect(greatest(before), 'begins with the last reading before').toBe(begin);
  expect(least(after), 'ends with the first reading after').toBe(end);
}

/** The trends page hatches the gap in every lane and names it in its table. */
async function expectDrawn(page: Page, batch: string, gap: Gap) {
  const span = `from=${around(gap.from, -60)}&to=${around(gap.to!, 60)}`;
  await page.goto(`/b/${batch}/trends?equipment=${UNIT}&${span}`);
  const lanes = page.locator('.lane canvas');
  await expect(lanes.first()).toBeVisible();
  await screenshot(page, 'link-lost-trends');
  for (let i = 0; i < (await lanes.count()); i++) {
    const share = await lanes.nth(i).evaluate(hatched);
    expect(share, `lane ${i}: share of the width that is hatched`).toBeGreaterThan(0.2);
  }
  await expect(page.locator('.dt').filter({ hasText: UNIT }).first()).toBeVisible();
}

/** Which part of a lane's width has the colour of a gap at half its height. */
function hatched(element: Element): number {
  const canvas = element as HTMLCanvasElement;
  const row = canvas.getContext('2d')!.getImageData(0, canvas.height / 4, canvas.width, 1).data;
  let count = 0;
  for (let x = 0; x < canvas.width; x++) {
    const [r, g, b] = [row[4 * x]!, row[4 * x + 1]!, row[4 * x + 2]!];
    if (r > 190 && r - b > 8 && g > b) count++;
  }
  return count / canvas.width;
}
