import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import type { ProjectionView } from '#contracts';
import { ApiClient } from '../api-client.js';
import { CommandFailure } from '../command-failure.js';
import { printResult, showProgress } from '../print.js';
import { withApiOptions } from './api-options.js';
import type { ApiFlags } from './api-options.js';

const pollMs = 200;

/** `clearline rebuild <projection>`: empties a service's read models and replays the logs into them. */
export function addRebuildCommand(program: Command): void {
  withApiOptions(
    program
      .command('rebuild <projection>')
      .description('replay the logs into the read models of a service (reporting)'),
  )
    .option('--json', 'one JSON object')
    .action(async (projection: string, flags: ApiFlags & { json?: boolean }) => {
      const api = new ApiClient(flags);
      const path = `/api/v1/projections/${encodeURIComponent(projection)}/rebuild`;
      let status = await api.post<ProjectionView>(path, {});
      const progress = showProgress(`rebuild ${projection}`);
      while (status.state === 'rebuilding') {
        progress.update(status.handled, status.total);
        await delay(pollMs);
        const { items } = await api.get<{ items: ProjectionView[] }>('/api/v1/projections');
        const found = items.find(({ name }) => name === projection);
        if (!found) throw new CommandFailure(`the projection ${projection} is gone`);
        status = found;
      }
      progress.stop();
      printResult({ ...status }, flags.json ?? false);
      if (status.state === 'failed')
        throw new CommandFailure(`the rebuild failed: ${status.failure}`);
    });
}
