export default async function teardown() {
  const servers = globalThis.clearlineTestServers;
  servers.uses -= 1;
  if (servers.uses > 0) return;
  await (await servers.postgres)?.stop();
  servers.postgres = undefined;
}
