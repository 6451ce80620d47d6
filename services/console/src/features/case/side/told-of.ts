import type { Party } from '../case-queries.js';

/** What a form of somebody who is told anew begins with: what is left out of it would be forgotten. */
export function toldOf(party: Party): Record<string, unknown> {
  const { role, unit, name, phone, email, address, note, mayBeTold, isContact } = party;
  const texts = Object.entries({ unit, name, phone, email, address, note });
  return {
    ...{ role, mayBeTold, isContact },
    ...Object.fromEntries(texts.filter(([, said]) => said !== null)),
  };
}
