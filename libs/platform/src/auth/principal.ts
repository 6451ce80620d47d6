import type { Role } from '#contracts';

/** Who acts: recorded with every command. `agentId` is the agent of the organisation a login names. */
export interface Principal {
  sub: string;
  username: string;
  roles: Role[];
  agentId?: string;
  kind: 'user' | 'api-key';
}
