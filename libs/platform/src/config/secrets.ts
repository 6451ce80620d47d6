import { createPrivateKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What each secret is: also the text that tells an operator how to make one. */
export interface Secrets {
  /** 32 bytes; wraps the customers' data keys. */
  masterKey: Buffer;
  /** Ed25519 private key; signs the seals of the logs. */
  sealKey: KeyObject;
  /** P-256 private key; signs sign-in tokens (ES256). */
  tokenKey: KeyObject;
  /** The token key before a rotation: signs nothing, its tokens are taken until they expire. */
  previousTokenKey?: KeyObject;
}

type NeededSecrets = Omit<Secrets, 'previousTokenKey'>;
interface SecretKind<K extends keyof NeededSecrets> {
  field: K;
  variable: string;
  file: string;
  make: () => string;
  parse: (text: string) => NeededSecrets[K];
}

const master: SecretKind<'masterKey'> = {
  field: 'masterKey',
  variable: 'CLEARLINE_MASTER_KEY',
  file: 'master.key',
  make: () => randomBytes(32).toString('base64'),
  parse: (text) => {
    const key = /^[0-9a-f]{64}$/i.test(text)
      ? Buffer.from(text, 'hex')
      : Buffer.from(text, 'base64');
    if (key.length !== 32) throw new Error('must be 32 bytes in base64 or hex');
    return key;
  },
};

const seal: SecretKind<'sealKey'> = {
  field: 'sealKey',
  variable: 'CLEARLINE_SEAL_KEY',
  file: 'seal.key',
  make: () =>
    generateKeyPairSync('ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'der' })
      .toString('base64'),
  parse: (text) => privateKey(text, 'an Ed25519', (key) => key.asymmetricKeyType === 'ed25519'),
};

const token: SecretKind<'tokenKey'> = {
  field: 'tokenKey',
  variable: 'CLEARLINE_TOKEN_KEY',
  file: 'token.key',
  make: () =>
    generateKeyPairSync('ec', { namedCurve: 'P-256' })
      .privateKey.export({ type: 'pkcs8', format: 'der' })
      .toString('base64'),
  parse: (text) =>
    privateKey(text, 'a P-256', (key) => key.asymmetricKeyDetails?.namedCurve === 'prime256v1'),
};

function privateKey(text: string, kind: string, fits: (key: KeyObject) => boolean): KeyObject {
  let key: KeyObject | undefined;
  try {
    // One line of base64 DER, or PEM whose line ends may be written \n as environment files do.
    key = text.includes('-----BEGIN')
      ? createPrivateKey(text.replaceAll('\\n', '\n'))
      : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
  } catch {
    key = undefined; // The parser's message could hold parts of the key.
  }
  if (!key || !fits(key)) throw new Error(`must be ${kind} private key, PKCS #8 in base64 or PEM`);
  return key;
}

/**
 * Reads the three secrets from the environment. On the embedded engine a missing one is made once
 * and kept under `<dataDir>/secrets` with mode 0600; elsewhere it is a problem. Every problem is
 * reported through `problem`, none names any part of a secret.
 */
export function readSecrets(
  env: Record<string, string | undefined>,
  dataDir: string | undefined,
  problem: (text: string) => void,
): Partial<Secrets> {
  const read = <K extends keyof NeededSecrets>(
    kind: SecretKind<K>,
  ): NeededSecrets[K] | undefined => {
    const given = env[kind.variable]?.trim();
    if (!given && dataDir === undefined) {
      problem(`${kind.variable} is required with DATABASE_URL`);
      return undefined;
    }
    try {
      return kind.parse(given || keptSecret(join(dataDir ?? '', 'secrets'), kind.file, kind.make));
    } catch (error) {
      problem(`${kind.variable}: ${error instanceof Error ? error.message : 'unreadable'}`);
      return undefined;
    }
  };
  const previousTokenKey = readPrevious(env[`${token.variable}_PREVIOUS`], dataDir, problem);
  return { masterKey: read(master), sealKey: read(seal), tokenKey: read(token), previousTokenKey };
}

/** Optional everywhere: the variable, or the file that an operator moved the old key to. */
function readPrevious(
  given: string | undefined,
  dataDir: string | undefined,
  problem: (text: string) => void,
): KeyObject | undefined {
  const path = dataDir === undefined ? undefined : join(dataDir, 'secrets', 'token.previous.key');
  try {
    const kept = path && existsSync(path) ? readFileSync(path, 'utf8') : '';
    const text = (given?.trim() || kept).trim();
    return text ? token.parse(text) : undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    problem(`${token.variable}_PREVIOUS: ${reason}`);
    return undefined;
  }
}

/** `wx` makes the first of two processes that start together win; the other reads what it wrote. */
function keptSecret(folder: string, file: string, make: () => string): string {
  const path = join(folder, file);
  // The data folder itself stays open to pass: as root the database's user lives below it.
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, make(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
