import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Visit } from './open-test-console.js';

/**
 * For the guides: what the page shows, as `<name>.<language>.<theme>.png` in the folder that CLEARLINE_PICTURES names;
 * nothing where it names none.
 */
export async function takePicture(name: string, { page, language, theme }: Visit): Promise<void> {
  const folder = process.env['CLEARLINE_PICTURES'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const file = `${name.replaceAll(/[^\w-]+/g, '-')}.${language}.${theme}.png`;
  // A countdown goes on between two pictures; what blinks stands still.
  await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' });
}
