import { type Browser, type Page } from '@playwright/test';
import { Operator } from './operator';
import { complaintsOf } from './page';

/** Everybody has an own screen and stays logged in, as in a suite; operators share one tablet. */
export class People {
  readonly complaints: string[][] = [];
  private readonly screens = new Map<string, Page>();

  constructor(private readonly browser: Browser) {}

  async screenOf(user: string): Promise<Page> {
    const known = this.screens.get(user);
    if (known) return known;
    const page = await (await this.browser.newContext()).newPage();
    this.complaints.push(complaintsOf(page));
    this.screens.set(user, page);
    await new Operator(page).logIn(user);
    return page;
  }

  async close() {
    for (const page of this.screens.values()) await page.context().close();
  }
}
