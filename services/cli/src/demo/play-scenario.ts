import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicyText } from '#sla';
import { ApiClient } from '../api-client.js';
import { startDemoProduct } from './demo-product.js';
import type { DemoProduct } from './demo-product.js';
import { DemoRun } from './demo-run.js';
import type { DemoScenario } from './demo-scenario.js';
import type { DemoText } from './demo-text.js';

const presets = join(import.meta.dirname, '../../../../../infra/policies');

/**
 * Plays a scenario against a Clearline of its own, from its organisation and policy to its last check.
 * @returns how many things were checked
 * @throws DemoFailure at the first that is not as it must be
 */
export async function playScenario(
  scenario: DemoScenario,
  tell: (at: number, text: DemoText) => void,
): Promise<number> {
  const product = await startDemoProduct(Date.parse(scenario.begins), scenario.factor);
  try {
    const run = new DemoRun(product, tell);
    await admitEverybody(run, product, scenario);
    await scenario.play(run);
    return run.checks;
  } finally {
    await product.stop();
  }
}

async function admitEverybody(
  run: DemoRun,
  { url, adminPassword }: DemoProduct,
  { organisation, people, policy }: DemoScenario,
): Promise<void> {
  const admin = new ApiClient({ url, username: 'admin', password: adminPassword });
  run.admit('admin', admin);
  await admin.post('/api/v1/organisation', organisation);
  for (const person of people) {
    const password = randomBytes(12).toString('base64url');
    await admin.post('/api/v1/users', { ...person, password });
    run.admit(person.username, new ApiClient({ url, username: person.username, password }));
  }
  if (policy) await publish(admin, policy);
}

async function publish(
  admin: ApiClient,
  policy: NonNullable<DemoScenario['policy']>,
): Promise<void> {
  const { input } = readPolicyText(readFileSync(join(presets, `${policy.preset}.yaml`), 'utf8'));
  await admin.put('/api/v1/policies', { ...(input as object), ...policy.more });
}
