import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

/** Rows of a compressed file of BPI 2013, its header first. */
export async function readLogRows(file: string): Promise<string[][]> {
  const rows: string[][] = [];
  const parser = createReadStream(file)
    .pipe(createGunzip())
    .pipe(parse({ bom: true }));
  for await (const row of parser) rows.push(row as string[]);
  return rows;
}

/** The header, and all rows of one case in so many. */
export function everyNthCase(rows: readonly string[][], n: number): string[][] {
  const [header, ...events] = rows;
  const id = header!.indexOf('case:concept:name');
  const ids = [...new Set(events.map((event) => event[id]!))];
  const chosen = new Set(ids.filter((_, index) => index % n === 0));
  return [header!, ...events.filter((event) => chosen.has(event[id]!))];
}

/** What the log's last event of each incident says; no two events of one bear the same time. */
export function lastStatuses(rows: readonly string[][]): Map<string, string> {
  const [header, ...events] = rows;
  const column = (name: string) => header!.indexOf(name);
  const [id, status, detail, time] = [
    'case:concept:name',
    'concept:name',
    'lifecycle:transition',
    'time:timestamp',
  ].map(column) as [number, number, number, number];
  const last = new Map<string, { at: number; status: string }>();
  for (const event of events) {
    const at = Date.parse(event[time]!);
    const known = last.get(event[id]!);
    if (!known || known.at < at) {
      last.set(event[id]!, { at, status: `${event[status]}/${event[detail]}` });
    }
  }
  return new Map([...last].map(([key, said]) => [`bpi2013:${key}`, said.status]));
}

export interface Wait {
  from: number;
  to?: number;
}

/** By case number's source id: from the first row that waits to the next one that does not. */
export function waitsOf(rows: readonly string[][]): Map<string, Wait[]> {
  const [header, ...events] = rows;
  const field = (event: string[], name: string) => event[header!.indexOf(name)]!;
  const waits = new Map<string, Wait[]>();
  for (const event of events) {
    const id = `bpi2013:${field(event, 'case:concept:name')}`;
    const known = waits.get(id) ?? [];
    waits.set(id, known);
    const at = Date.parse(field(event, 'time:timestamp'));
    const open = known.at(-1)?.to === undefined ? known.at(-1) : undefined;
    const isWaiting = field(event, 'lifecycle:transition').startsWith('Wait');
    if (isWaiting && !open) known.push({ from: at });
    if (!isWaiting && open) open.to = at;
  }
  return waits;
}

/** Deterministic numbers in [0, 1): mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffle<T>(items: T[], random: () => number): T[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return items;
}

export const toCsv = (rows: readonly string[][]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
