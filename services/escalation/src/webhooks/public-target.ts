import type { LookupAddress, LookupOptions } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** The name of a target led to an address of the own network, or is one. */
export class PrivateTarget extends Error {
  override readonly name = 'PrivateTarget';
  readonly code = 'private-target';
}

/**
 * Whether an IP address is one of the public internet: not private, loopback, link-local (where clouds keep
 * their credentials), shared, reserved or such an address in IPv6 clothes. Of IPv6 only 2000::/3 is given out.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || (parsed.parts[0]! & 0xe000) === 0x2000;
}

/** The host of a URL as an IP address, where it is none but a name undefined. */
export function literalAddress({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : undefined;
}

type Done = (error: Error | null, addresses: LookupAddress[] | string, family?: number) => void;

/**
 * Name look-up for a connection that may go to public addresses only. It is the connection's own, so a name
 * that answers differently a moment later gains nothing. It asks name servers itself: the system's look-up
 * would keep one of the process's few threads for as long as a server does not answer.
 */
export function lookupPublic(hostname: string, options: LookupOptions, done: Done): void {
  resolveBoth(hostname).then(
    (addresses) => {
      if (options.all) done(null, addresses);
      else done(null, addresses[0]!.address, addresses[0]!.family);
    },
    (error: unknown) => done(error as Error, []),
  );
}

async function resolveBoth(hostname: string): Promise<LookupAddress[]> {
  if (/(^|\.)localhost\.?$/i.test(hostname)) throw new PrivateTarget(`${hostname} is this machine`);
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const [four, six] = await Promise.allSettled([
    resolver.resolve4(hostname),
    resolver.resolve6(hostname),
  ]);
  const of = (settled: typeof four, family: number) =>
    settled.status === 'fulfilled' ? settled.value.map((address) => ({ address, family })) : [];
  const addresses = [...of(four, 4), ...of(six, 6)];
  if (addresses.length === 0)
    throw four.status === 'rejected' ? four.reason : new Error('no address');
  if (addresses.every(({ address }) => isPublicAddress(address))) return addresses;
  throw new PrivateTarget(`${hostname} is not a public address`);
}
