import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { composeWithoutKeys, startComposeProject } from './compose-project.js';
import type { ComposeProject } from './compose-project.js';

const execute = promisify(execFile);
const smoke = new URL('../../../scripts/smoke.mjs', import.meta.url).pathname;
const services = ['postgres', 'redis', 'kafka', 'intake', 'escalation', 'signals', 'reporting'];
let project: ComposeProject;

// The first build of the image installs every package.
beforeAll(async () => {
  project = await startComposeProject();
}, 1_200_000);

afterAll(async () => {
  await project?.stop();
}, 360_000);

describe('docker-compose.yml', () => {
  it('says in one line which key is missing and what makes it', async () => {
    expect(await composeWithoutKeys()).toMatch(/CLEARLINE_\w+_KEY.*node infra\/make-keys\.mjs/);
  });

  it('brings every container to healthy', async () => {
    const healthy = Object.fromEntries([...services, 'gateway'].map((name) => [name, 'healthy']));
    await waitFor(
      async () => {
        const states = await project.states();
        return JSON.stringify(states) !== '{}' && !Object.values(states).includes('starting');
      },
      { timeoutMs: 180_000, everyMs: 500, describe: 'an end of every start' },
    );
    expect(await project.states()).toEqual({ ...healthy, topics: 'exited 0' });
  }, 720_000);

  it('files a complaint through the gateway and reads its report', async () => {
    const { url, password } = project;
    const { stdout } = await execute(process.execPath, [
      ...[smoke, '--url', url, '--password', password],
    ]);
    expect(stdout).toMatch(
      /case .*: control, \d+ clocks\nvolume report: 1 received, 0 before\nok\n$/,
    );
  }, 360_000);

  it('gives browsers a page, and signs them in by cookie for every service', async () => {
    const { url, password } = project;
    const page = await fetch(url);
    expect(await page.text()).toContain('<title>Clearline</title>');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    const signedIn = await fetch(new URL('/api/v1/session', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password }),
    });
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    for (const path of ['organisation', 'cases', 'reports', 'users']) {
      const answer = await fetch(new URL(`/api/v1/${path}`, url), { headers: { cookie } });
      expect([path, answer.status]).toEqual([path, 200]);
    }
  }, 180_000);
});
