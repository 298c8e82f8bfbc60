import { type Page } from '@playwright/test';

/** Speeds the administrator's page offers. */
const gears = [1, 10, 60, 600, 2000, 5000];

/** The administrator at the clock of the demonstration's plant. */
export class ClockScreen {
  private speed = 0;

  constructor(private readonly page: Page) {}

  /** The fastest gear that is no faster than this. */
  async run(fastest: number) {
    const gear = gears.filter((g) => g <= fastest).pop() ?? 1;
    if (gear === this.speed) return;
    const { page } = this;
    if (!page.url().endsWith('/clock')) await page.getByTestId('nav-clock').click();
    const set = page.waitForResponse((r) => r.url().endsWith('/api/demonstration/clock') && r.ok());
    await page.getByTestId(`speed-${gear}`).click();
    await set;
    this.speed = gear;
  }
}
