import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlatformConfig } from '#platform';

/** An embedded installation with keys, a data folder and a free port of its own, but for `changes`. */
export function testConfig(changes: Partial<PlatformConfig> = {}): PlatformConfig {
  return {
    engine: 'embedded',
    kafkaBrokers: [],
    host: '127.0.0.1',
    port: 0,
    dataDir: changes.dataDir ?? mkdtempSync(join(tmpdir(), 'clearline-test-')),
    masterKey: randomBytes(32),
    sealKey: generateKeyPairSync('ed25519').privateKey,
    tokenKey: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
    logLevel: 'error',
    serviceUrls: { intake: '', escalation: '', signals: '', reporting: '' },
    ...changes,
  };
}
