// Writes the JSON Schema of every event version. A version that was committed never changes:
// libs/contracts/src/compatibility.unit.spec.ts compares.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { eventCatalogue, eventJsonSchema } = await import('../dist/libs/contracts/src/index.js');
const folder = join(root, 'libs/contracts/generated/schemas');
mkdirSync(folder, { recursive: true });
for (const definition of eventCatalogue) {
  const text = JSON.stringify(eventJsonSchema(definition), null, 2);
  writeFileSync(join(folder, `${definition.type}.json`), `${text}\n`);
}
console.log(`${eventCatalogue.length} schemas written to ${folder}`);
