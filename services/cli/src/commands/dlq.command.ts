import type { Command } from 'commander';
import { ApiClient } from '../api-client.js';
import { printResult } from '../print.js';
import { withApiOptions } from './api-options.js';
import type { ApiFlags } from './api-options.js';

interface DlqFlags extends ApiFlags {
  json?: boolean;
}

/** `clearline dlq list|redrive|discard`: what could not be handled, and what a person decides about it. */
export function addDlqCommand(program: Command): void {
  const dlq = program.command('dlq').description('records that could not be handled');
  withApiOptions(dlq.command('list').description('open dead letters with their reasons'))
    .option('--json', 'one JSON object')
    .action(async (flags: DlqFlags) => {
      printResult(await new ApiClient(flags).get('/api/v1/dlq'), flags.json ?? false);
    });
  for (const action of ['redrive', 'discard'] as const) {
    withApiOptions(
      dlq
        .command(`${action} <service> <id...>`)
        .description(`${action} dead letters of one service`),
    )
      .option('--json', 'one JSON object')
      .action(async (service: string, ids: string[], flags: DlqFlags) => {
        const path = `/api/v1/dlq/${encodeURIComponent(service)}/${action}`;
        printResult(await new ApiClient(flags).post(path, { ids }), flags.json ?? false);
      });
  }
}
