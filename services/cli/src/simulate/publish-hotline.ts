import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from '../api-client.js';
import { CommandFailure } from '../command-failure.js';
import { hotlineDuty } from './hotline-duty.js';
import { hotlinePolicy } from './hotline-policy.js';
import { hotlineStandards } from './hotline-standards.js';

/** How long the people of a new organisation may take to arrive where the roster is kept. */
const arrivalMs = 15_000;

/** Gives an installation what the hotline works by, where nobody has published something else. */
export async function publishHotline(api: ApiClient, supervisor: ApiClient): Promise<void> {
  await publishDuty(api);
  await unlessRefused(async () => {
    const { versions } = await api.get<{ versions: unknown[] }>('/api/v1/policies');
    // Only the policy that it came with: nobody's own is replaced.
    if (versions.length > 1) return;
    await api.post('/api/v1/policies?expectedVersion=1', hotlinePolicy);
  });
  for (const [code, body] of Object.entries(hotlineStandards)) {
    const path = `/api/v1/standard-answers/${code}?expectedVersion=0`;
    await unlessRefused(() => supervisor.put(path, body));
  }
}

/** 422 while its people are on their way. */
async function publishDuty(api: ApiClient): Promise<void> {
  const until = performance.now() + arrivalMs;
  for (let pauseMs = 10; ; pauseMs = Math.min(500, pauseMs * 2)) {
    const { status } = await api.ask('PUT', '/api/v1/duty?expectedVersion=0', hotlineDuty);
    if (status !== 422 || performance.now() > until) return;
    await sleep(pauseMs);
  }
}

/** Who plays it may not be allowed to publish, or somebody else was quicker. */
async function unlessRefused(publish: () => Promise<unknown>): Promise<void> {
  try {
    await publish();
  } catch (error) {
    if (!(error instanceof CommandFailure && /^4(03|09) /.test(error.message))) throw error;
  }
}
