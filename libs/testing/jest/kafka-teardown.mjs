import stopDatabase from './global-teardown.mjs';

export default async function teardown() {
  await globalThis.clearlineTestServers.kafka?.stop();
  await stopDatabase();
}
