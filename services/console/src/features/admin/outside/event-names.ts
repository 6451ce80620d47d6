/** Names of events without their versions, of an AsyncAPI document; webhooks are subscribed by them. */
export function eventNames(document: unknown): string[] {
  const names = new Set<string>();
  collect(document, names);
  return [...names].sort();
}

const versioned = /^(clearline\.[a-z-]+\.[a-z-]+)\.v\d+$/;

function collect(value: unknown, names: Set<string>): void {
  if (typeof value === 'string') {
    const name = versioned.exec(value)?.[1];
    if (name !== undefined && !name.startsWith('clearline.inbound.')) names.add(name);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      collect(key, names);
      collect(part, names);
    }
  }
}
