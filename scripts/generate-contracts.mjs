// Writes what is made from the schemas: the JSON Schema of every event version, the OpenAPI and AsyncAPI
// documents, and the reference for people. An event version that was committed never changes, and
// everything else must be current: libs/contracts/src/compatibility.unit.spec.ts compares.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const contracts = await import('../dist/libs/contracts/src/index.js');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const definitions = [...contracts.eventCatalogue, ...contracts.inboundCatalogue];

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const files = {
  ...Object.fromEntries(
    definitions.map((definition) => [
      `libs/contracts/generated/schemas/${definition.type}.json`,
      json(contracts.eventJsonSchema(definition)),
    ]),
  ),
  'libs/contracts/generated/openapi.json': json(contracts.openApiDocument(version)),
  'libs/contracts/generated/asyncapi.json': json(contracts.asyncApiDocument(version)),
  'docs/reference/events.md': contracts.eventReference(),
  'docs/reference/api.md': contracts.apiReference(),
  'docs/reference/rights.md': contracts.rightsReference(),
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
console.log(`${Object.keys(files).length} files written`);
