import type { Locator, Page } from 'playwright-core';

/** Chooses what is shown as `option` in a list that opens from a field. */
export async function choose(page: Page, field: Locator, option: string | RegExp): Promise<void> {
  await field.click();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByTitle(option, { exact: true })
    .click();
}

/** Writes an instant, as `2026-03-02 10:00`, into a field that shows a calendar. */
export async function writeInstant(field: Locator, instant: string): Promise<void> {
  await field.fill(instant);
  await field.press('Enter');
}
