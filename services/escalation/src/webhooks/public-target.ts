import { lookup } from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import ipaddr from 'ipaddr.js';

/** The name of a target led to an address of the own network, or is one. */
export class PrivateTarget extends Error {
  override readonly name = 'PrivateTarget';
  readonly code = 'private-target';
}

/**
 * Whether an IP address is one of the public internet: not private, loopback, link-local (where clouds keep
 * their credentials), shared, reserved or such an address in IPv6 clothes.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/** The host of a URL as an IP address, where it is none but a name undefined. */
export function literalAddress({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : undefined;
}

type Done = (error: Error | null, addresses: LookupAddress[] | string, family?: number) => void;

/**
 * Name look-up for a connection that may go to public addresses only. It is the connection's own, so a name
 * that answers differently a moment later gains nothing.
 */
export function lookupPublic(hostname: string, options: LookupOptions, done: Done): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address))) {
      return done(new PrivateTarget(`${hostname} is not a public address`), []);
    }
    if (options.all) return done(null, addresses);
    done(null, addresses[0]!.address, addresses[0]!.family);
  });
}
