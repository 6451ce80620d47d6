import type { Queries } from '#platform';

/** The agent's unit and all beneath it; none of somebody whom no unit has. */
export async function unitsOf(tx: Queries, agentId: string): Promise<Set<string>> {
  const rows = await tx.query<{ code: string }>(
    `WITH RECURSIVE beneath (code) AS (
       SELECT unit FROM directory WHERE kind = 'agent' AND code = $1 AND active AND unit IS NOT NULL
       UNION SELECT d.code FROM beneath b JOIN directory d ON d.kind = 'unit' AND d.parent = b.code
     ) SELECT code FROM beneath`,
    [agentId],
  );
  return new Set(rows.map(({ code }) => code));
}
