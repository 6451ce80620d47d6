export interface Finding {
  kind:
    | 'altered'
    | 'deleted'
    | 'inserted'
    | 'truncated'
    | 'stream-removed'
    | 'seal-broken'
    | 'seal-missing';
  stream?: string;
  sequence?: number;
  eventId?: string;
  seal?: number;
  detail: string;
}

/** Beyond this many, more findings say nothing new. */
const mostFindings = 1_000;

/** Collects findings; each event or seal is named once, by the check that saw it first. */
export class Findings {
  readonly list: Finding[] = [];
  readonly #named = new Set<string>();

  add(finding: Finding): void {
    const name = nameOf(finding);
    if (this.#named.has(name)) return;
    this.#named.add(name);
    if (this.list.length < mostFindings) this.list.push(finding);
  }
}

/** An event, a whole stream or a seal. */
function nameOf({ stream, sequence, seal }: Finding): string {
  return stream === undefined ? `seal ${seal}` : `${stream}#${sequence ?? ''}`;
}
