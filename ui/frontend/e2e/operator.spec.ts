import { expect, test } from '@playwright/test';
import { Operator } from './support/operator';
import { ensureRunning } from './support/planner';
import { complaintsOf, lookAt } from './support/page';

test.beforeAll(({ browser }) => ensureRunning(browser));

/** Pages of the operator; nothing here records anything. */
test.describe('operator', () => {
  test('logs in, locks without loss, sees the worklist', async ({ page }) => {
    const complaints = complaintsOf(page);
    const operator = new Operator(page);
    await page.goto('/');
    await expect(page.getByTestId('user-id')).toBeVisible();
    await lookAt(page, 'login');

    await operator.logIn('tanaka');
    await expect(page.getByTestId('work-card').first()).toBeVisible();
    await expect(page.getByTestId('demonstration')).toBeVisible();
    await lookAt(page, 'work');

    await operator.lock();
    await lookAt(page, 'lock');
    await page.reload();
    await expect(page.getByTestId('lock-bar')).toBeVisible();
    await operator.unlock('tanaka');
    await expect(page.getByTestId('work-card').first()).toBeVisible();
    expect(complaints).toEqual([]);
  });

  test('a wrong password says nothing about which part was wrong', async ({ page }) => {
    await page.goto('/login');
    await page.getByTestId('user-id').fill('nobody');
    await page.getByTestId('password').fill('wrong');
    await page.getByTestId('log-in').click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByTestId('password')).toHaveValue('');
  });

  test('typed values survive lock and reload; every dialog leaves the identity in sight', async ({
    page,
  }) => {
    const complaints = complaintsOf(page);
    const operator = new Operator(page);
    await operator.logIn('tanaka');
    await operator.openWork();
    await expect(page.getByTestId('entry-panel').or(page.getByTestId('ready'))).toBeVisible();
    await lookAt(page, 'step');

    await page.getByTestId('report-problem').click();
    await expect(page.getByTestId('problem-sheet')).toBeVisible();
    await lookAt(page, 'problem-sheet');
    await page.keyboard.press('Escape');

    const keypad = page.locator('.keypad');
    const items = page.locator('[data-testid^=item-]');
    for (let i = 0; i < (await items.count()) && !(await keypad.isVisible()); i++) {
      await items.nth(i).click();
    }
    if (await keypad.isVisible()) {
      await operator.keyIn('12');
      await expect(page.getByTestId('entry')).toContainText('12');
      await operator.lock();
      await expect(page.getByTestId('entry')).toContainText('12');
      const banner = await page.getByTestId('identity-banner').boundingBox();
      const bar = await page.getByTestId('lock-bar').boundingBox();
      expect(bar!.y, 'the lock bar leaves the identity in sight').toBeGreaterThanOrEqual(
        banner!.y + banner!.height - 1,
      );
      await operator.unlock('tanaka');
      await expect(page.getByTestId('entry')).toContainText('12');
      const typed = page.locator('[data-testid^=item-][aria-current=true]');
      const id = await typed.getAttribute('data-testid');
      await page.reload();
      await expect(page.getByTestId(id ?? '')).toContainText('12');
    }
    expect(complaints).toEqual([]);
  });

  test('the demonstration scanner reads what stands on the right label', async ({ page }) => {
    const operator = new Operator(page);
    await operator.logIn('tanaka');
    await operator.openWork();
    await operator.pick('patient_token');
    await page.getByTestId('scan-sample').click();
    const token = page.getByTestId('item-patient_token');
    await expect(token).toHaveAttribute('data-state', 'done');
    await expect(token).toContainText('PT-');
  });

  test('a lost connection is shown and blocks signing', async ({ page }) => {
    const operator = new Operator(page);
    await operator.logIn('tanaka');
    await operator.openWork();
    await expect(page.getByTestId('connection')).toHaveAttribute('data-connected', 'true');
    await page.route('**/api/live*', (route) => route.abort());
    await page.reload();
    await expect(page.getByTestId('connection')).toHaveAttribute('data-connected', 'false');
    await expect(page.getByTestId('complete')).toBeDisabled();
  });
});
