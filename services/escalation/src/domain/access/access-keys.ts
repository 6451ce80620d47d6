/** Of a unit and those beneath it, and of an agent, among those a case is also shown to. */
export const unitKey = (code: string): string => `unit:${code}`;
export const agentKey = (id: string): string => `agent:${id}`;
