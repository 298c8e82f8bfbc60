import { expect, test } from '@playwright/test';
import { Operator } from './support/operator';
import { complaintsOf, isJapanese, lookAt } from './support/page';

const SECRET = 'kettle orbit velvet nine';

/** R33, R42: an administrator gives rights and takes them, and never knows a password. */
test('somebody new sets the own password, works, and is out when disabled', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  const user = `abe${isJapanese() ? 'j' : 'e'}${Date.now() % 1_000_000}`;
  await new Operator(page).logIn('mori');
  await page.getByTestId('nav-people').click();
  await expect(page.getByTestId('change-tanaka')).toBeVisible();
  await lookAt(page, 'people');

  await page.getByTestId('person-add').click();
  await page.getByTestId('person-user').fill(user);
  await page.getByTestId('person-nameEn').fill('Abe Ren');
  await page.getByTestId('person-nameJa').fill('阿部 蓮');
  await page.getByTestId('role-QA').check();
  await page.getByTestId('role-OPERATOR').check();
  await page.getByTestId('person-create').click();
  await expect(page.getByTestId('refusal')).toHaveAttribute('data-code', 'SE-006');
  await lookAt(page, 'people-add');
  await page.getByTestId('role-QA').uncheck();
  await page.getByTestId('person-create').click();
  const address = await page.getByTestId('password-link-address').innerText();
  await lookAt(page, 'people-link');

  const own = await (await browser.newContext()).newPage();
  const ownComplaints = complaintsOf(own);
  await own.goto(new URL(address).pathname + new URL(address).hash);
  await own.getByTestId('access-password').fill(`${user}${user}${user}`);
  await own.getByTestId('access-submit').click();
  await expect(own.getByTestId('refusal')).toHaveAttribute('data-code', 'SE-010');
  await lookAt(own, 'access');
  await own.getByTestId('access-password').fill(SECRET);
  await own.getByTestId('access-submit').click();
  await expect(own.getByTestId('access-done')).toContainText(user);
  await lookAt(own, 'access-done');
  await new Operator(own, SECRET).logIn(user);
  await expect(own.getByTestId('work')).toBeVisible();

  await page.getByTestId(`change-${user}`).click();
  await page.getByTestId('person-active').uncheck();
  await page.getByTestId('person-reason').fill(isJapanese() ? '異動のため終了' : 'moved away');
  await lookAt(page, 'people-change');
  await page.getByTestId('person-save').click();
  await expect(page.getByTestId('change-person')).toHaveCount(0);
  await expect(own.getByTestId('user-id'), 'out within seconds').toBeVisible({ timeout: 5000 });

  await own.goto(new URL(address).pathname + new URL(address).hash);
  await expect(own.getByTestId('refusal')).toHaveAttribute('data-code', 'SE-009');
  await lookAt(own, 'access-used');
  expect([...complaints, ...ownComplaints]).toEqual([]);
  await own.context().close();
});
