import { PackedTexts, packedText } from '#platform';
import type { Tx } from '#platform';
import type { StreamHead } from '#eventing';
import { alsoShownTo } from '../domain/access/case-access.js';
import { foremostDue, isOverdue } from '../domain/case-clocks.js';
import type { CaseEvent } from '../domain/case-event.js';
import { noCase } from '../domain/case-state.js';
import type { CaseState } from '../domain/case-state.js';
import type { WrittenTimer } from '../timers/timer-engine.js';

/** A case in memory during one transaction, with what was decided about it so far. */
export interface LoadedCase {
  readonly id: string;
  head: StreamHead;
  state: CaseState;
  timerGeneration: number;
  /** When its armed timer is due. */
  readonly dueAt?: number;
  pending: { id: string; event: CaseEvent; occurredAt: number; headers: Record<string, string> }[];
}

interface Row {
  id: string;
  version: number;
  hash: string;
  state: string;
  generation: number | null;
  dueAt: number | null;
}

export const caseStream = (id: string): string => `case-${id}`;

/** Locks the cases in id order, so that two transactions can't wait for each other, and loads them. */
export async function lockCases(tx: Tx, ids: readonly string[]): Promise<Map<string, LoadedCase>> {
  const wanted = [...new Set(ids)].sort();
  const rows = await tx.query<Row>(
    `select c.id, c.version, c.chain_hash as hash, c.state, t.generation,
            case when t.state = 'armed' then t.due_at::float8 end as "dueAt"
       from cases c left join timers t on t.kind = 'case' and t.id = c.id
      where c.id = any($1::uuid[]) order by c.id for update of c`,
    [wanted],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    wanted.map((id) => {
      const row = found.get(id);
      const head = { stream: caseStream(id), version: row?.version ?? 0, hash: row?.hash ?? '' };
      const state = row ? (JSON.parse(row.state) as CaseState) : noCase;
      const timerGeneration = row?.generation ?? 0;
      const dueAt = row?.dueAt ?? undefined;
      return [id, { id, head, state, timerGeneration, dueAt, pending: [] }];
    }),
  );
}

export interface CaseWrite {
  loaded: LoadedCase;
  nextDueAt?: number;
  queue?: string;
}

/** One statement per table, whatever the number of cases. */
export async function writeCases(tx: Tx, writes: readonly CaseWrite[]): Promise<void> {
  const states = new PackedTexts();
  const rows = writes.flatMap(({ loaded: { id, head, state }, nextDueAt, queue }) => {
    if (state.stage === 'none') return [];
    const { at, bytes } = states.add(JSON.stringify(state));
    const row = {
      id,
      number: state.number,
      version: head.version,
      chain_hash: head.hash,
      stage: state.stage,
      status: state.status,
      owner: state.owner,
      unit: state.dimensions.unit,
      category: state.dimensions.category,
      priority: state.priority,
      received_at: state.receivedAt,
      next_due_at: nextDueAt,
      shown_to: alsoShownTo(state),
      kept_from: state.conflict?.conflicted,
      queue,
      product: state.dimensions.product,
      channel: state.dimensions.channel,
      severity: state.dimensions.severity,
      tier: state.dimensions.tier,
      complaint_tier: state.triage?.complaintTier,
      is_overdue: isOverdue(state),
      foremost_due_at: foremostDue(state),
      state_at: at,
      state_bytes: bytes,
    };
    return [row];
  });
  await tx.query(
    `insert into cases (id, number, version, chain_hash, stage, status, owner, unit, category, priority, received_at, next_due_at, shown_to, kept_from, queue, product, channel, severity, tier, complaint_tier, is_overdue, foremost_due_at, state)
     select id, number, version, chain_hash, stage, status, owner, unit, category, priority, received_at, next_due_at, shown_to, kept_from, queue, product, channel, severity, tier, complaint_tier, is_overdue, foremost_due_at, ${packedText('$2', 'r.state')}
       from json_to_recordset($1::json) as r(id uuid, number text, version int, chain_hash text, stage text,
       status text, owner text, unit text, category text, priority text, received_at bigint, next_due_at bigint,
       shown_to text[], kept_from text[], queue text, product text, channel text, severity text, tier text,
       complaint_tier text, is_overdue boolean, foremost_due_at bigint, state_at int, state_bytes int)
     on conflict (id) do update set version = excluded.version, chain_hash = excluded.chain_hash, stage = excluded.stage,
       status = excluded.status, owner = excluded.owner, unit = excluded.unit, category = excluded.category, priority = excluded.priority,
       next_due_at = excluded.next_due_at,
       shown_to = excluded.shown_to, kept_from = excluded.kept_from, queue = excluded.queue,
       product = excluded.product, channel = excluded.channel, severity = excluded.severity, tier = excluded.tier,
       complaint_tier = excluded.complaint_tier, is_overdue = excluded.is_overdue,
       foremost_due_at = excluded.foremost_due_at, state = excluded.state`,
    [JSON.stringify(rows), states.toBuffer()],
  );
}

/** One armed timer per case at its earliest instant; rewriting it makes any earlier firing stale. */
export function writeTimers(tx: Tx, writes: readonly CaseWrite[]): readonly WrittenTimer[] {
  const rows = writes
    .filter(({ loaded, nextDueAt }) => nextDueAt !== undefined || loaded.timerGeneration > 0)
    .map(({ loaded, nextDueAt }) => ({
      id: loaded.id,
      due_at: nextDueAt ?? 0,
      generation: loaded.timerGeneration + 1,
      state: nextDueAt === undefined ? 'idle' : 'armed',
    }));
  if (rows.length === 0) return [];
  const written = tx.query(
    `insert into timers (kind, id, due_at, generation, state)
     select 'case', id, due_at, generation, state
       from json_to_recordset($1::json) as r(id uuid, due_at bigint, generation int, state text)
     on conflict (kind, id) do update set due_at = excluded.due_at, generation = excluded.generation, state = excluded.state`,
    [JSON.stringify(rows)],
  );
  tx.settle(written);
  return rows.map(({ id, due_at, generation, state }) => ({
    id,
    generation,
    ...(state === 'armed' && { dueAt: due_at }),
  }));
}
