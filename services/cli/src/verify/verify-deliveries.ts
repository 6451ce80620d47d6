import type { Queries } from '#platform';
import type { Violations } from './violation.js';

/** What the verification has to know of a service that consumes. */
export interface Consumer {
  service: string;
  topics: readonly string[];
  /** On the embedded engine its checkpoints say how far it has come; on Kafka the broker does. */
  hasCheckpoints: boolean;
}

export interface DeliveryCount {
  service: string;
  handled: number;
  /** Events of types that it handles, of which its inbox knows nothing yet. */
  pending: number;
  parked: number;
  dead: number;
  discarded: number;
}

const writers = ['intake', 'escalation', 'signals'];

/** Every event of the logs is exactly one of handled, pending, parked, dead or discarded; none took effect twice or out of order. */
export async function verifyDeliveries(
  tx: Queries,
  consumers: readonly Consumer[],
  violations: Violations,
): Promise<DeliveryCount[]> {
  const counts: DeliveryCount[] = [];
  // Whole tables are compared: a nested loop, chosen for want of statistics, would take hours over a large log.
  await tx.query('set enable_nestloop = off');
  for (const consumer of consumers) {
    const { service } = consumer;
    await checkOutcomes(tx, service, violations);
    const pending = await countPending(tx, consumer, violations);
    const rows = await tx.query<{ outcome: string; n: number }>(
      `select outcome, count(*)::int as n from ${service}.inbox group by outcome`,
    );
    const of = (outcome: string) => rows.find((row) => row.outcome === outcome)?.n ?? 0;
    counts.push({
      service,
      handled: of('handled'),
      pending,
      parked: of('parked'),
      dead: of('dead'),
      discarded: of('discarded'),
    });
  }
  for (const writer of ['escalation', 'signals']) {
    await checkEffects(tx, writer, violations);
    await checkOrder(tx, writer, violations);
  }
  await tx.query('reset enable_nestloop');
  return counts;
}

/** The inbox names one outcome per event; the tables behind it must say the same. */
async function checkOutcomes(tx: Queries, service: string, violations: Violations): Promise<void> {
  const wrong = await tx.query<{ id: string; outcome: string; found: string }>(
    `select i.id, i.outcome,
            concat_ws(' and ', case when p.event_id is not null then 'parked' end, d.states, case when p.event_id is null and d.states is null then 'nowhere' end) as found
       from ${service}.inbox i
       left join (select distinct source, event_id from ${service}.parked) p on p.source = i.source and p.event_id = i.id
       left join (select source, event_id, string_agg(distinct state, ' and ') as states from ${service}.dead_letters
                   where reason <> 'conflicting-duplicate' group by 1, 2) d on d.source = i.source and d.event_id = i.id
      where case i.outcome
              when 'handled' then p.event_id is not null or coalesce(d.states, 'redriven') <> 'redriven'
              when 'parked' then p.event_id is null or d.states is not null
              when 'dead' then p.event_id is not null or coalesce(d.states, '') not in ('dead', 'redrive')
              else p.event_id is not null or coalesce(d.states, '') <> 'discarded' end
      limit 100`,
  );
  for (const { id, outcome, found } of wrong) {
    violations.add('one-outcome', service, id, `its inbox says ${outcome}, it is ${found}`);
  }
}

/** Types that a service handles show in its inbox; an event of one that is not there waits, or was passed over. */
async function countPending(
  tx: Queries,
  { service, topics, hasCheckpoints }: Consumer,
  violations: Violations,
): Promise<number> {
  let pending = 0;
  for (const writer of writers) {
    const missing = await tx.query<{ id: string; isPassed: boolean }>(
      `select e.id, ${hasCheckpoints ? `(e.epoch, e.tx, e.position) <= (c.epoch, c.tx, c.position)` : 'false'} as "isPassed"
         from ${writer}.events e
         ${hasCheckpoints ? `left join ${service}.checkpoints c on c.log = '${writer}' and c.partition = e.partition` : ''}
        where e.topic = any($1)
          and regexp_replace(e.type, '^clearline\\.(.*)\\.v\\d+$', '\\1') in (select distinct handler from ${service}.inbox)
          and not exists (select 1 from ${service}.inbox i
                           where i.handler = regexp_replace(e.type, '^clearline\\.(.*)\\.v\\d+$', '\\1')
                             and i.source = e.source and i.id = e.id::text)`,
      [topics],
    );
    for (const { id, isPassed } of missing) {
      if (isPassed) {
        const detail = `an event of ${writer} was passed over: its place is behind, its inbox is empty`;
        violations.add('one-outcome', service, id, detail);
      } else pending += 1;
    }
  }
  return pending;
}

/** One cause opens at most one case and gives at most one score. */
async function checkEffects(tx: Queries, writer: string, violations: Violations): Promise<void> {
  const twice = await tx.query<{ cause: string; type: string; n: number }>(
    `select headers::json ->> 'causationid' as cause, type, count(*)::int as n from ${writer}.events
      where type ~ '^clearline\\.(case\\.opened|case\\.feedback-noted|satisfaction\\.scored)\\.'
        and headers::json ->> 'causationid' is not null
      group by 1, 2 having count(*) > 1 limit 100`,
  );
  for (const { cause, type, n } of twice) {
    violations.add('effect-once', writer, cause, `it caused ${n} events ${type}`);
  }
}

/** What a stream's events caused in another stream stands there in their own sequence, redriven ones aside. */
async function checkOrder(tx: Queries, writer: string, violations: Violations): Promise<void> {
  const late = await tx.query<{ stream: string; sequence: number; cause: string }>(
    `select stream, sequence, cause from (
       select e.stream, e.sequence, i.id::text as cause, i.sequence as source_sequence,
              max(i.sequence) over (partition by e.stream, i.stream order by e.sequence rows between unbounded preceding and 1 preceding) as highest
         from ${writer}.events e join intake.events i on i.id::text = e.headers::json ->> 'causationid'
        where not exists (select 1 from ${writer}.dead_letters d where d.event_id = i.id::text and d.state = 'redriven')
     ) caused where highest > source_sequence limit 100`,
  );
  for (const { stream, sequence, cause } of late) {
    violations.add('in-sequence', writer, `${stream}#${sequence}`, `${cause} was handled late`);
  }
}
