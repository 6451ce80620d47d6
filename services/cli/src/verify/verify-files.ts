import { createHash } from 'node:crypto';
import { CaseFileAttached } from '#contracts';
import type { DataOf } from '#contracts';
import type { Queries } from '#platform';
import type { Violations } from './violation.js';

const service = 'escalation';
const pageSize = 200;

interface KeptFile {
  id: string;
  caseId: string;
  parts: number;
  event: string | null;
}

/**
 * What is stored of every file that lies with a case has the hash that its event says. It is read sealed as
 * it is, part by part: this needs no key, and little memory.
 */
export async function verifyFiles(tx: Queries, violations: Violations): Promise<{ files: number }> {
  let files = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await tx.query<KeptFile>(
      `select a.id, a.case_id as "caseId", a.parts,
              (select e.data from escalation.events e
                where e.stream = 'case-' || a.case_id and e.type = $2
                  and e.data::json ->> 'attachmentId' = a.id::text) as event
         from escalation.attachments a where a.state = 'kept' and a.id > $1::uuid order by a.id limit ${pageSize}`,
      [after, CaseFileAttached.type],
    );
    for (const file of page) {
      const detail = await problemOf(tx, file);
      if (detail) violations.add('files-as-sent', service, `case-${file.caseId}`, detail);
    }
    files += page.length;
    if (page.length < pageSize) return { files };
    after = page.at(-1)!.id;
  }
}

async function problemOf(tx: Queries, { id, parts, event }: KeptFile): Promise<string | undefined> {
  if (event === null) return `file ${id} is in no event`;
  const { storedSha256 } = JSON.parse(event) as DataOf<typeof CaseFileAttached>;
  const hash = createHash('sha256');
  for (let part = 0; part < parts; part += 1) {
    const [row] = await tx.query<{ content: Buffer }>(
      `select content from escalation.attachment_parts where attachment_id = $1 and part = $2`,
      [id, part],
    );
    // Taken out of its case while this was looked at.
    if (!row && !(await isStillKept(tx, id))) return undefined;
    if (!row) return `part ${part} of file ${id} is gone`;
    hash.update(row.content);
  }
  return hash.digest('hex') === storedSha256 ? undefined : `file ${id} was altered`;
}

async function isStillKept(tx: Queries, id: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from escalation.attachments where id = $1 and state = 'kept'`,
    [id],
  );
  return rows.length > 0;
}
