import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds on a page as it is now that keeps people out (impact serious or critical), one line for each rule
 * with the places; by some of its rules, or all.
 */
export async function findBarriers(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in globalThis`))) await page.evaluate(axe.source);
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify(options)})`,
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
