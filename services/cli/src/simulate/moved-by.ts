const instants = ['dueAt', 'until'];

/** What a step asks for, with its instants as far ahead of it as was planned, however late the step is taken. */
export function movedBy(lateMs: number, body: Record<string, unknown>): Record<string, unknown> {
  if (lateMs === 0) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) =>
      instants.includes(name) && typeof value === 'string'
        ? [name, new Date(Date.parse(value) + lateMs).toISOString()]
        : [name, value],
    ),
  );
}
