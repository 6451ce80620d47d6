/** Of a unit and those beneath it, of whoever takes turns in a roster, and of an agent. */
export const unitKey = (code: string): string => `unit:${code}`;
export const rosterKey = (id: string): string => `roster:${id}`;
export const agentKey = (id: string): string => `agent:${id}`;
