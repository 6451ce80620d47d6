// Load over HTTP from a process of its own: so many connections, each sending the next request when the
// last one was answered.
// node bench/harness/http-load.mjs <url> <token> <connections> <seconds> <items per request>
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { quantile, round } from './results.mjs';

const people = 5_000;

/** A complaint as an agent files it; callers come back. */
function body(index) {
  const person = (index * 7_919) % people;
  return {
    channel: 'phone',
    customer: { name: `Caller ${person}`, phone: `+86 138 ${String(10_000_000 + person)}` },
    category: 'unclassified',
    statement: `The meter was read twice in one month and billed twice; complaint number ${index} of this caller's street.`,
    severity: index % 20 === 0 ? 'high' : 'normal',
  };
}

async function post(pool, path, token, json) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return pool.request({ method: 'POST', path, headers, body: json });
}

/** The complaint that an answer to one item or to an array names, the last one of an array. */
const idIn = (answer) => answer.complaintId ?? answer.items?.at(-1).id;

async function main([url, token, connections, seconds, items]) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: Number(connections), pipelining: 1 });
  const latencies = [];
  const statuses = {};
  let next = Date.now() % 1e9;
  const startedAt = performance.now();
  const endsAt = startedAt + Number(seconds) * 1_000;
  const lastIds = [];
  const worker = async () => {
    for (let isOver = false; !isOver;) {
      isOver = performance.now() >= endsAt;
      const batch = Array.from({ length: Number(items) }, () => body((next += 1)));
      const json = JSON.stringify(Number(items) === 1 ? batch[0] : batch);
      const sentAt = performance.now();
      const answer = await post(pool, pathname, token, json);
      if (isOver) lastIds.push(idIn(await answer.body.json()));
      else await answer.body.dump();
      const status = answer.statusCode;
      latencies.push(performance.now() - sentAt);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: Number(connections) }, worker));
  const elapsed = (performance.now() - startedAt) / 1_000;
  await pool.close();
  console.log(
    JSON.stringify({
      perSecond: round((latencies.length * Number(items)) / elapsed),
      p50Ms: round(quantile(latencies, 0.5), 1),
      p99Ms: round(quantile(latencies, 0.99), 1),
      requests: latencies.length,
      statuses,
      lastIds,
    }),
  );
}

/** Runs the load in a child process and returns what it measured; anything but 201 and 207 is a failure. */
export async function loadHttp({ url, token = 'none', connections = 64, seconds, items = 1 }) {
  const args = [fileURLToPath(import.meta.url), url, token, connections, seconds, items];
  const child = spawn(process.execPath, args.map(String), { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error('the load did not run to its end');
  const result = JSON.parse(output);
  const refused = Object.keys(result.statuses).filter((status) => !['201', '207'].includes(status));
  if (refused.length > 0) throw new Error(`answers: ${JSON.stringify(result.statuses)}`);
  return result;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
