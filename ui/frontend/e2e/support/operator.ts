import { expect, type Page } from '@playwright/test';
import { PASSWORD } from './page';

/** What people do with the pages, in their words. */
export class Operator {
  constructor(
    private readonly page: Page,
    private readonly password = PASSWORD,
  ) {}

  async logIn(user: string) {
    await this.page.goto('/login');
    await this.page.getByTestId('user-id').fill(user);
    await this.page.getByTestId('password').fill(this.password);
    await this.page.getByTestId('log-in').click();
    await expect(this.page.getByTestId('top-bar')).toBeVisible();
  }

  async lock() {
    await this.page.getByTestId('lock').click();
    await expect(this.page.getByTestId('lock-bar')).toBeVisible();
  }

  async unlock(user: string) {
    const bar = this.page.getByTestId('lock-bar');
    await bar.getByTestId('user-id').fill(user);
    await bar.getByTestId('password').fill(this.password);
    await bar.getByTestId('log-in').click();
    await expect(bar).toBeHidden();
  }

  async openWork(action = 'PERFORM') {
    await this.page.goto('/work');
    await this.page.locator(`[data-testid=work-card][data-action=${action}]`).first().click();
    await expect(this.page.getByTestId('step')).toBeVisible();
  }

  /** As a scanner in keyboard mode does: physical keys in one burst, whatever the IME makes of them. */
  async scan(code: string) {
    const waiting = this.page.getByTestId('scan-box').or(this.page.getByTestId('scan-to-open'));
    await expect(waiting).toBeVisible();
    await this.page.evaluate((text) => {
      const special: Record<string, [string, boolean]> = {
        '-': ['Minus', false],
        '/': ['Slash', false],
        '.': ['Period', false],
        _: ['Minus', true],
        ':': ['Semicolon', true],
      };
      const keyOf = (char: string): [string, boolean] => {
        if (/[0-9]/.test(char)) return [`Digit${char}`, false];
        if (/[a-zA-Z]/.test(char)) return [`Key${char.toUpperCase()}`, /[A-Z]/.test(char)];
        return special[char] ?? ['Space', false];
      };
      const send = (keyCode: string, shiftKey: boolean) =>
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Process', code: keyCode, shiftKey, bubbles: true }),
        );
      for (const char of text) send(...keyOf(char));
      send('Enter', false);
    }, code);
  }

  async pick(item: string) {
    await this.page.getByTestId(`item-${item}`).click();
  }

  /** On the keypad, key by key. */
  async keyIn(value: string) {
    for (const key of value) {
      if (key === '-') await this.page.getByTestId('key-sign').click();
      else
        await this.page.locator('.keypad').getByRole('button', { name: key, exact: true }).click();
    }
  }

  async choose(value: string) {
    await this.page.getByTestId(`choice-${value}`).click();
  }

  async next() {
    await this.page.getByTestId('next').click();
  }

  /** `now`, `now -5m`, `now +274d`; what is planned goes in days and months. */
  async setTime(text: string, planned: boolean) {
    const { page } = this;
    await page.getByTestId('time-now').click();
    const [, sign = '+', amount = '0', unit = 'm'] = /([+-])(\d+)([mhd])/.exec(text) ?? [];
    let left = Number(amount) * { m: 1, h: 60, d: 1440 }[unit as 'm' | 'h' | 'd'];
    const steps = planned ? [30 * 1440, 1440, 60] : [60, 10, 1];
    for (const minutes of steps) {
      for (; left >= minutes; left -= minutes) {
        await page.getByTestId(`time-shift-${sign === '-' ? '-' : ''}${minutes}`).click();
      }
    }
  }

  /** A sentence, or one of the ready-made reasons: no typing with gloves. */
  async giveReason(text: string) {
    if (text === '') await this.page.getByTestId('quick-measuredAgain').click();
    else await this.page.getByTestId('reason-text').fill(text);
    await this.page.getByTestId('reason-save').click();
  }

  async sign(user: string, password = this.password) {
    const sheet = this.page.getByTestId('sign-sheet');
    await expect(sheet.getByTestId('sign-meaning')).toBeVisible();
    await sheet.getByTestId('sign-user').fill(user);
    await sheet.getByTestId('sign-password').fill(password);
    await sheet.getByTestId('sign-submit').click();
  }
}
