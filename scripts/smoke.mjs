// Is an installation whole? Signs in, files a complaint, waits for its case and finds it in the report:
//   node scripts/smoke.mjs [--url http://localhost:3000] [--username admin] [--password ...] [--wait 60]
// The password may come from CLEARLINE_ADMIN_PASSWORD. Exit code 0 when everything was seen, otherwise 1.
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: process.env.CLEARLINE_URL ?? 'http://localhost:3000' },
    username: { type: 'string', default: 'admin' },
    password: { type: 'string', default: process.env.CLEARLINE_ADMIN_PASSWORD },
    wait: { type: 'string', default: '60' },
  },
});
const deadline = Date.now() + Number(values.wait) * 1_000;

async function call(method, path, { token, body, headers } = {}) {
  const response = await fetch(new URL(path, values.url), {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${answer.detail ?? answer.title}`);
  }
  return answer;
}

/** The first answer that fits, or what was last seen. */
async function until(what, look, fits) {
  for (let seen; ;) {
    try {
      seen = await look();
      if (fits(seen)) return seen;
    } catch (error) {
      seen = error.message;
    }
    if (Date.now() > deadline) throw new Error(`no ${what}; last seen: ${JSON.stringify(seen)}`);
    await delay(200);
  }
}

async function smoke() {
  if (!values.password) throw new Error('no password: --password or CLEARLINE_ADMIN_PASSWORD');
  const { username, password } = values;
  const { token } = await call('POST', '/api/v1/login', { body: { username, password } });
  console.log(`signed in as ${username}`);
  const volume = () => call('GET', '/api/v1/reports/volume', { token });
  const before = (await volume()).totals.received;
  const filed = await call('POST', '/api/v1/complaints', {
    token,
    headers: { prefer: 'wait=2' },
    body: {
      channel: 'web',
      customer: { anonymous: true },
      category: 'unclassified',
      statement: 'Smoke test / 冒烟测试',
    },
  });
  console.log(`filed complaint ${filed.complaintId}`);
  const opened = await until(
    'case',
    () => call('GET', `/api/v1/cases/${filed.caseId}`, { token }),
    (found) => found.id === filed.caseId,
  );
  console.log(`case ${opened.number}: ${opened.stage}, ${opened.clocks.length} clocks`);
  const report = await until('volume', volume, ({ totals }) => totals.received > before);
  console.log(`volume report: ${report.totals.received} received, ${before} before`);
}

try {
  await smoke();
  console.log('ok');
} catch (error) {
  const reason = error.cause?.code ?? error.cause?.message;
  console.error(`${values.url}: ${error.message}${reason ? ` (${reason})` : ''}`);
  process.exitCode = 1;
}
