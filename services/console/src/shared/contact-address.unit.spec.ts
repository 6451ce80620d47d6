import { expect, it } from '@jest/globals';
import { askedContact, contactAddress } from './contact-address.js';

it('brings a case along to the form of its callback, and nothing from another address', () => {
  const asked = { kind: 'callback', number: '2026-0000123-4', caseId: 'c' } as const;
  const [, query] = contactAddress(asked).split('?');
  expect(askedContact(new URLSearchParams(query))).toEqual(asked);
  expect(askedContact(new URLSearchParams('contact=visit&number=1&case=c'))).toBeUndefined();
  expect(askedContact(new URLSearchParams(''))).toBeUndefined();
});
