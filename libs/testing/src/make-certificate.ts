import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const tags = { integer: 0x02, bits: 0x03, octets: 0x04, utf8: 0x0c, utcTime: 0x17, sequence: 0x30 };
const set = 0x31;
const ecdsaWithSha256 = Buffer.from('06082a8648ce3d040302', 'hex');
const commonName = Buffer.from('0603550403', 'hex');
const subjectAltName = Buffer.from('0603551d11', 'hex');
const basicConstraints = Buffer.from('0603551d130101ff', 'hex'); // critical
const anyAuthority = Buffer.from('30030101ff', 'hex');
const dayMs = 86_400_000;

/** DER: tag, length, contents. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), body]);
  return Buffer.concat([Buffer.from([tag, 0x82, length >> 8, length & 0xff]), body]);
}

const sequence = (...parts: Buffer[]) => der(tags.sequence, ...parts);
const utcTime = (at: number) => {
  const text = new Date(at).toISOString().replace(/[-:T]/g, '').slice(2, 14);
  return der(tags.utcTime, Buffer.from(`${text}Z`));
};
const pem = (bytes: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`;

/** A self-signed certificate for `name` with its key, both PEM, valid from yesterday to tomorrow. */
export function makeCertificate(name: string): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject = sequence(der(set, sequence(commonName, der(tags.utf8, Buffer.from(name)))));
  const names = der(tags.octets, sequence(der(0x82, Buffer.from(name))));
  const extensions = sequence(
    sequence(basicConstraints, der(tags.octets, anyAuthority)),
    sequence(subjectAltName, names),
  );
  const serial = randomBytes(8);
  serial[0] = (serial[0]! & 0x3f) | 0x40; // positive, and no leading zero
  const now = Date.now();
  const certificate = sequence(
    der(0xa0, der(tags.integer, Buffer.from([2]))), // version 3
    der(tags.integer, serial),
    sequence(ecdsaWithSha256),
    subject,
    sequence(utcTime(now - dayMs), utcTime(now + dayMs)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = der(tags.bits, Buffer.from([0]), sign('sha256', certificate, privateKey));
  return {
    cert: pem(sequence(certificate, sequence(ecdsaWithSha256), signature)),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
