interface Entry {
  type: string;
  occurredAt: string;
  data: Readonly<Record<string, unknown>>;
  texts: Readonly<Record<string, string | null>>;
}

const isOf = (name: string) => (entry: Entry) =>
  entry.type.startsWith(`clearline.case.message-${name}.`);

/** The latest message to the customer since an instant that was not taken back; what went to a party is none. */
export function noticeIn(
  entries: readonly Entry[],
  since: string,
): { channel: string; text: string } | null {
  const undone = new Set(entries.filter(isOf('undone')).map(({ data }) => data['messageId']));
  const told = entries
    .filter(isOf('held'))
    .findLast(
      ({ data, occurredAt }) =>
        data['partyId'] === undefined &&
        !undone.has(data['messageId']) &&
        Date.parse(occurredAt) >= Date.parse(since),
    );
  const text = told?.texts['text'];
  return told && text ? { channel: String(told.data['channel']), text } : null;
}
