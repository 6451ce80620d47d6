import type { Tx } from '#platform';
import { happenedAt } from './filing-events.js';
import type { FilingWork } from './filing-work.js';

/** Writes the rows of accepted items, one statement and one JSON parameter per table. */
export function saveFilings(tx: Tx, works: FilingWork[]): void {
  const of = (kind: FilingWork['item']['kind']) => works.filter((work) => work.item.kind === kind);
  tx.settle(saveComplaints(tx, works.flatMap(complaintRow)));
  tx.settle(saveCallbacks(tx, of('callback')));
  tx.settle(saveSurveys(tx, of('survey')));
}

/** What is long and has no column here would be written and read for nothing. */
function complaintRow(work: FilingWork): object[] {
  const { item } = work;
  if (item.kind !== 'complaint') return [];
  const { customer: _customer, evidence: _evidence, ...said } = item.body;
  return [{ ...said, ...placeOf(work) }];
}

async function saveComplaints(tx: Tx, complaints: readonly object[]): Promise<void> {
  if (complaints.length === 0) return;
  await tx.query(
    `INSERT INTO complaints (id, number, customer_id, channel, category, severity, organisation,
       product, party, statement, remedy_sought, external_id, received_at, created_at)
     SELECT id, number, "customerId", channel, category, coalesce(severity, 'normal'), organisation,
       product, party, statement, "remedySought", "externalId", "happenedAt", "createdAt"
     FROM json_to_recordset($1::json) AS c(id uuid, number text, "customerId" uuid, channel text,
       category text, severity text, organisation text, product text, party text, statement text,
       "remedySought" text, "externalId" text, "happenedAt" timestamptz, "createdAt" timestamptz)`,
    [JSON.stringify(complaints)],
  );
}

async function saveCallbacks(tx: Tx, works: FilingWork[]): Promise<void> {
  if (works.length === 0) return;
  await tx.query(
    `INSERT INTO callbacks (id, case_id, type, outcome, satisfied, note, at)
     SELECT id, "caseId", type, outcome, satisfied, note, "happenedAt"
     FROM json_to_recordset($1::json) AS c(id uuid, "caseId" uuid, type text, outcome text,
       satisfied boolean, note text, "happenedAt" timestamptz)`,
    [rows(works)],
  );
}

async function saveSurveys(tx: Tx, works: FilingWork[]): Promise<void> {
  if (works.length === 0) return;
  await tx.query(
    `INSERT INTO surveys (id, case_id, customer_id, kind, score, comment, answered_at)
     SELECT id, "caseId", "customerId", kind, score, comment, "happenedAt"
     FROM json_to_recordset($1::json) AS s(id uuid, "caseId" uuid, "customerId" uuid, kind text,
       score int, comment text, "happenedAt" timestamptz)`,
    [rows(works)],
  );
}

function rows(works: FilingWork[]): string {
  return JSON.stringify(works.map((work) => ({ ...work.item.body, ...placeOf(work) })));
}

const placeOf = (work: FilingWork) => ({
  id: work.id,
  number: work.number,
  caseId: work.caseId,
  customerId: work.customerId,
  happenedAt: new Date(happenedAt(work)).toISOString(),
  createdAt: new Date(work.now).toISOString(),
});
