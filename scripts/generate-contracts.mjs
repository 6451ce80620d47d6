// Writes the JSON Schema of every event version. A version that was committed never changes:
// libs/contracts/src/compatibility.unit.spec.ts compares.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { eventCatalogue, eventJsonSchema, inboundCatalogue } =
  await import('../dist/libs/contracts/src/index.js');
const folder = join(root, 'libs/contracts/generated/schemas');
mkdirSync(folder, { recursive: true });
const definitions = [...eventCatalogue, ...inboundCatalogue];
for (const definition of definitions) {
  const text = JSON.stringify(eventJsonSchema(definition), null, 2);
  writeFileSync(join(folder, `${definition.type}.json`), `${text}\n`);
}
console.log(`${definitions.length} schemas written to ${folder}`);
