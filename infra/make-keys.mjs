// Makes the three keys of a distributed installation in an environment file that docker-compose reads:
//   node infra/make-keys.mjs [file]    default .env; a file that is there is never overwritten
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const der = (key) => key.export({ type: 'pkcs8', format: 'der' }).toString('base64');

/** New keys and a database password, by variable. */
export function makeKeys() {
  return {
    CLEARLINE_MASTER_KEY: randomBytes(32).toString('base64'),
    CLEARLINE_SEAL_KEY: der(generateKeyPairSync('ed25519').privateKey),
    CLEARLINE_TOKEN_KEY: der(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    CLEARLINE_ADMIN_PASSWORD: randomBytes(18).toString('base64url'),
    POSTGRES_PASSWORD: randomBytes(18).toString('base64url'),
  };
}

/** @throws when the file exists: keys that are lost cannot be made again */
export function writeKeys(file) {
  const lines = Object.entries(makeKeys()).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, lines.join(''), { flag: 'wx', mode: 0o600 });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = process.argv[2] ?? '.env';
  try {
    writeKeys(file);
    console.log(`${file}: keys and passwords made; keep a copy apart from the database`);
  } catch (error) {
    const exists = error.code === 'EEXIST';
    console.error(exists ? `${file} exists; it is left as it is` : `${file}: ${error.message}`);
    process.exit(1);
  }
}
