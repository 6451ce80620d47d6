import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Visit } from './open-test-console.js';

/**
 * What the page shows, as `<name>.<language>.<theme>.png` in the folder that CLEARLINE_PICTURES names, else in one of the
 * machine for what is soon forgotten; the file.
 */
export async function takePicture(name: string, { page, language, theme }: Visit): Promise<string> {
  const folder = process.env['CLEARLINE_PICTURES'] ?? join(tmpdir(), 'clearline-pictures');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.${language}.${theme}.png`);
  // A countdown goes on between two pictures; what blinks stands still.
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  return file;
}
