import { rmSync } from 'node:fs';
import stopDatabase from './global-teardown.mjs';

export default async function teardown() {
  const { kafka } = globalThis.clearlineTestServers;
  await kafka?.stop();
  if (kafka) rmSync(kafka.dataDir, { recursive: true, force: true, maxRetries: 5 });
  await stopDatabase();
}
