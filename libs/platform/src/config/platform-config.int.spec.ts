import { mkdtempSync, readFileSync, rmSync, statSync, existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigError, parsePlatformConfig } from './platform-config.js';

let folder: string;
let env: Record<string, string>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clearline-config-'));
  env = { CLEARLINE_DATA: join(folder, 'data') };
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function problemsOf(variables: Record<string, string>): string {
  try {
    parsePlatformConfig(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.join('\n');
    throw error;
  }
  return '';
}

function keptSecrets(): Record<string, string> {
  parsePlatformConfig(env);
  const read = (name: string) => readFileSync(join(folder, 'data/secrets', name), 'utf8');
  return {
    CLEARLINE_MASTER_KEY: read('master.key'),
    CLEARLINE_SEAL_KEY: read('seal.key'),
    CLEARLINE_TOKEN_KEY: read('token.key'),
  };
}

const distributed = {
  DATABASE_URL: 'postgres://u:p@db/clearline',
  KAFKA_BROKERS: 'a:9092, b:9092',
};

describe('parsePlatformConfig', () => {
  it('needs nothing on the embedded engine and makes the secrets once, for their owner only', () => {
    const first = parsePlatformConfig(env);
    expect(first).toMatchObject({
      engine: 'embedded',
      port: 3000,
      kafkaBrokers: [],
      logLevel: 'info',
    });
    const second = parsePlatformConfig(env);
    expect(second.masterKey.equals(first.masterKey)).toBe(true);
    expect(second.tokenKey.equals(first.tokenKey)).toBe(true);
    expect(first.sealKey.asymmetricKeyType).toBe('ed25519');
    expect(statSync(join(folder, 'data/secrets/master.key')).mode & 0o777).toBe(0o600);
  });

  it('takes DATABASE_URL with KAFKA_BROKERS and asks for every secret', () => {
    const secrets = keptSecrets();
    const config = parsePlatformConfig({ ...distributed, ...secrets });
    expect(config).toMatchObject({ engine: 'distributed', kafkaBrokers: ['a:9092', 'b:9092'] });
    const problems = problemsOf(distributed);
    for (const name of Object.keys(secrets)) expect(problems).toContain(`${name} is required`);
  });

  it.each(['DATABASE_URL', 'KAFKA_BROKERS'] as const)('refuses %s alone and says why', (name) => {
    expect(problemsOf({ ...keptSecrets(), [name]: distributed[name] })).toMatch(
      new RegExp(`^${name} is set without .*: .+; set both, or neither`, 's'),
    );
  });

  it('refuses Redis on the embedded engine', () => {
    expect(problemsOf({ ...env, REDIS_URL: 'redis://r' })).toContain(
      'REDIS_URL is set on the embedded',
    );
  });

  it('asks where people reach it when it is to send mails', () => {
    const mails = { ...env, SMTP_URL: 'smtps://clearline:secret@mail.example' };
    expect(problemsOf(mails)).toMatch(/^SMTP_URL is set without CLEARLINE_PUBLIC_URL: /);
    const config = parsePlatformConfig({
      ...mails,
      CLEARLINE_PUBLIC_URL: 'https://clearline.example/',
      CLEARLINE_MAIL_FROM: 'hotline@clearline.example',
    });
    expect(config).toMatchObject({
      smtpUrl: mails.SMTP_URL,
      publicUrl: 'https://clearline.example',
      mailFrom: 'hotline@clearline.example',
    });
    expect(problemsOf({ ...mails, CLEARLINE_MAIL_FROM: 'hotline' })).toContain(
      'CLEARLINE_MAIL_FROM: must be an e-mail address',
    );
  });

  it('believes the proxies that are named, by address, network or kind, and no others', () => {
    const proxies = (text: string) => ({ ...env, TRUSTED_PROXIES: text });
    expect(parsePlatformConfig(env).trustedProxies).toBeUndefined();
    expect(parsePlatformConfig(proxies('10.1.2.3, fd00::/8,loopback')).trustedProxies).toEqual([
      ...['10.1.2.3', 'fd00::/8'],
      'loopback',
    ]);
    for (const wrong of ['proxy.example', '10.0.0.0/33', '0.0.0.0/0', 'true', '10.1.2.3,']) {
      expect(problemsOf(proxies(wrong))).toBe(
        'TRUSTED_PROXIES: must be addresses or networks such as 10.0.0.0/8',
      );
    }
  });

  it('prints every problem at once, without secrets, and makes nothing', () => {
    const problems = problemsOf({
      ...env,
      PORT: '99999',
      LOG_LEVEL: 'loud',
      AUTH_ISSUER: 'ftp://x',
      SMTP_URL: 'mail',
      CLEARLINE_CLOCK: 'soon',
      TLS_CERT: '/nowhere',
    });
    for (const name of [
      'PORT',
      'LOG_LEVEL',
      'AUTH_ISSUER',
      'SMTP_URL',
      'CLEARLINE_CLOCK',
      'TLS_CERT',
    ]) {
      expect(problems).toContain(name);
    }
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it.each(['abc', '99999', '-1', '3000.5'])('says what a port is, not %s', (port) => {
    expect(problemsOf({ ...env, PORT: port })).toBe('PORT: must be a whole number from 0 to 65535');
  });

  it('names a data folder that cannot be made, in one line', () => {
    writeFileSync(join(folder, 'file'), '');
    const dataDir = join(folder, 'file', 'data');
    const make = () => parsePlatformConfig({ CLEARLINE_DATA: dataDir });
    expect(make).toThrow(
      `The environment cannot be used: CLEARLINE_DATA: the folder ${dataDir} can't be written (ENOTDIR); choose another`,
    );
  });

  it('refuses secrets of the wrong kind without repeating them', () => {
    const { CLEARLINE_SEAL_KEY, CLEARLINE_TOKEN_KEY } = keptSecrets();
    const problems = problemsOf({
      ...distributed,
      CLEARLINE_MASTER_KEY: 'c2hvcnQ=',
      CLEARLINE_SEAL_KEY: CLEARLINE_TOKEN_KEY ?? '',
      CLEARLINE_TOKEN_KEY: CLEARLINE_SEAL_KEY ?? '',
    });
    expect(problems.split('\n')).toHaveLength(3);
    expect(problems).not.toContain('c2hvcnQ');
  });
});
