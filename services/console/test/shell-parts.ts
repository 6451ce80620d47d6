import type { Locator, Page } from 'playwright-core';
import { filled, spaced } from './looks.js';
import type { textsOf } from './looks.js';

type Texts = ReturnType<typeof textsOf>;

/** The form to sign in: the page's, or the window's over a page whose session has ended. */
export interface SignInForm {
  username: Locator;
  password: Locator;
  submit: Locator;
  /** What the server said when it refused. */
  refusal: Locator;
}

export function signInForm(within: Page | Locator, { common }: Texts): SignInForm {
  return {
    username: within.getByLabel(common.signIn.username, { exact: true }),
    password: within.getByLabel(common.signIn.password, { exact: true }),
    submit: within.getByRole('button', { name: spaced(common.signIn.submit) }),
    refusal: within.getByRole('alert'),
  };
}

/** The window over a page whose session has ended. */
export const sessionWindow = (page: Page, { common }: Texts) =>
  page.getByRole('dialog', { name: common.signIn.title });

/** The window in which somebody changes their own password. */
export function passwordWindow(page: Page, { password }: Texts) {
  const window = page.getByRole('dialog', { name: password.title });
  return {
    window,
    current: window.getByLabel(password.current, { exact: true }),
    next: window.getByLabel(password.next, { exact: true }),
    again: window.getByLabel(password.again, { exact: true }),
    submit: window.getByRole('button', { name: password.submit }),
  };
}

/** The switch of single keys: in the list of keys, and in one's account. */
export const singleKeysSwitch = (within: Page | Locator, { common }: Texts) =>
  within.getByRole('switch', { name: common.keys.single });

/** The list of keys, while it is open. */
export const keyList = (page: Page, { common }: Texts) =>
  page.getByRole('dialog', { name: common.keys.title });

/** The button that opens one's account, which says who is signed in. */
export const accountButton = (page: Page, { common }: Texts, username: string) =>
  page.getByRole('button', { name: filled(common.account.signedInAs, { username }) });

export const languageSwitch = (page: Page, name: 'English' | '中文') =>
  page.locator('label').filter({ hasText: name });

export const themeSwitch = (page: Page, { common }: Texts, theme: 'light' | 'dark' | 'system') =>
  page.locator('label').filter({ hasText: common.account.theme[theme] });

/** Addresses below `/app/`, in the order of the menu over every screen. */
export async function readMenu(page: Page): Promise<string[]> {
  const links = await page.getByRole('banner').getByRole('navigation').getByRole('link').all();
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
  return addresses.map((address) => String(address).replace(/^\/app\//, ''));
}
