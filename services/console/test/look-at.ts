import { statSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Visit } from './open-test-console.js';
import { takePicture } from './take-picture.js';

/** An empty page of a laptop's size is a tenth of it. */
const leastBytes = 12_000;

/** What is shown fits its window and is not empty; its picture has that name. */
export async function lookAt(name: string, visit: Visit): Promise<void> {
  const { page } = visit;
  await page.getByRole('heading', { level: 1 }).waitFor();
  const beyond = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect({ name, beyond }).toEqual({ name, beyond: 0 });
  const file = await takePicture(name, visit);
  expect({ name, isEmpty: statSync(file).size < leastBytes }).toEqual({ name, isEmpty: false });
}
