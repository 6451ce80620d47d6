import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds on a page as it is now that keeps people out (impact serious or critical), one line for each rule
 * with the places.
 */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { resultTypes: ['violations'] })`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, help, nodes }) => {
      const places = nodes.map(({ target, any }) => {
        const [reason] = any.map(({ message }) => message);
        return `  ${target.join(' ')}${reason ? ` (${reason})` : ''}`;
      });
      return [`${impact} ${id}: ${help}`, ...places].join('\n');
    });
}
