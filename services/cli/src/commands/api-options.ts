import type { Command } from 'commander';
import { localAddress } from '../local-address.js';

export interface ApiFlags {
  url: string;
  token?: string;
  username?: string;
  password?: string;
}

/** The flags of every command that talks to a running Clearline. */
export function withApiOptions(command: Command): Command {
  return command
    .option('--url <url>', 'where Clearline listens; PORT changes it', localAddress())
    .option('--token <token>', 'a bearer token or an API key')
    .option('--username <name>', 'a local account', 'admin')
    .option('--password <password>', 'its password', 'clearline-demo');
}
