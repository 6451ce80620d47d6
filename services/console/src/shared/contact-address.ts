export type ContactKind = 'callback' | 'survey';

/** A callback or survey to be recorded of a case, and where to go on when it is done. */
export interface AskedContact {
  kind: ContactKind;
  number: string;
  caseId: string;
}

/** The address of the desk that opens with the form of a callback or survey. */
export function contactAddress({ kind, number, caseId }: AskedContact): string {
  return `/desk?${new URLSearchParams({ contact: kind, number, case: caseId }).toString()}`;
}

/** What such an address asks for; anything else asks for nothing. */
export function askedContact(address: URLSearchParams): AskedContact | undefined {
  const [kind, number, caseId] = ['contact', 'number', 'case'].map((name) => address.get(name));
  if ((kind !== 'callback' && kind !== 'survey') || !number || !caseId) return undefined;
  return { kind, number, caseId };
}
