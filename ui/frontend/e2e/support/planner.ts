import { expect, type Browser, type Page } from '@playwright/test';
import { Operator } from './operator';

export type Place = { suite: string; equipment: Record<string, string> };

export const places: { en: Place; ja: Place } = {
  en: {
    suite: 'suite-1',
    equipment: {
      bioreactor: 'BRX-01',
      incubator: 'INC-01',
      counter: 'CTR-01',
      freezer: 'CRF-01',
      storage: 'LNF-01',
    },
  },
  ja: {
    suite: 'suite-2',
    equipment: {
      bioreactor: 'BRX-02',
      incubator: 'INC-02',
      counter: 'CTR-01',
      freezer: 'CRF-01',
      storage: 'LNF-02',
    },
  },
};

/** Fills the order form; what is not said stays as it is. */
export async function fillOrder(page: Page, place: Place, token: string, weight: string) {
  await page.getByTestId('order-product').selectOption({ index: 1 });
  await page.getByTestId('order-client').selectOption('client-a');
  await page.getByTestId('order-suite').selectOption(place.suite);
  await page.getByTestId('order-patientToken').fill(token);
  await page.getByTestId('order-bodyWeightKg').fill(weight);
  for (const [role, unit] of Object.entries(place.equipment)) {
    await page.getByTestId(`order-${role}`).selectOption(unit);
  }
}

/** The planner orders a batch; answers its id. */
export async function order(page: Page, place: Place, token: string): Promise<string> {
  await page.goto('/orders');
  await fillOrder(page, place, token, '70.0');
  await page.getByTestId('order-submit').click();
  await expect(page.getByTestId('order-created')).toBeVisible();
  const address = await page.getByTestId('order-created').locator('a').getAttribute('href');
  return address?.split('/').pop() ?? '';
}

/** So that there is work to see: a batch under way, ordered if there is none. */
export async function ensureRunning(browser: Browser) {
  const page = await (await browser.newContext()).newPage();
  await new Operator(page).logIn('ito');
  const answer = await page.request.get('/api/batches?limit=100');
  const { batches } = (await answer.json()) as { batches: { state: string }[] };
  if (!batches.some((b) => b.state === 'RUNNING')) await order(page, places.en, 'PT-DESK-1');
  await page.context().close();
}
