/** By which log-in an agent is known. */
export interface Person {
  username: string;
  agentId: string;
}

/** What somebody is called, by their log-in or the id of their agent; `actor` is the log-in that it was done by. */
export type NameOfPerson = (id: string, actor?: string | null) => string;

/**
 * One name for one person, whether an event has the log-in or the agent: the log-in. Where two share an agent, the id
 * stands beside it, `withId`; an agent without a log-in is known by the id alone.
 */
export function personNames(
  people: readonly Person[],
  withId: (name: string, id: string) => string,
): NameOfPerson {
  const logins = new Map<string, Person[]>();
  for (const one of people) logins.set(one.agentId, [...(logins.get(one.agentId) ?? []), one]);
  const agentOf = new Map(people.map(({ username, agentId }) => [username, agentId]));
  const isShared = (agentId: string) => (logins.get(agentId)?.length ?? 0) > 1;
  return (id, actor) => {
    const [first] = logins.get(id) ?? [];
    if (first && !isShared(id)) return first.username;
    const login = first && actor ? actor : id;
    const agentId = agentOf.get(login);
    if (agentId === undefined || (first && agentId !== id)) return id;
    return isShared(agentId) ? withId(login, agentId) : login;
  };
}
