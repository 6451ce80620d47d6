import type { Command } from 'commander';
import { ApiClient } from '../api-client.js';
import { withApiOptions } from './api-options.js';
import type { ApiFlags } from './api-options.js';

interface ReportFlags extends ApiFlags {
  json?: boolean;
  csv?: boolean;
  query: string[];
}

/** `clearline report <name>`: a report of the running service, as JSON or CSV. */
export function addReportCommand(program: Command): void {
  withApiOptions(program.command('report <name>').description('print a report'))
    .option('--json', 'one JSON object')
    .option('--csv', 'comma-separated values')
    .option('-q, --query <key=value...>', 'filters, e.g. clock=external by=month', [])
    .action(async (name: string, flags: ReportFlags) => {
      const query = new URLSearchParams(flags.query.join('&'));
      const api = new ApiClient(flags);
      if (flags.csv) query.set('format', 'csv');
      const path = `/api/v1/reports/${encodeURIComponent(name)}?${query.toString()}`;
      if (flags.csv) {
        process.stdout.write(await (await api.stream(path)).text());
        return;
      }
      const report = await api.get<Record<string, unknown>>(path);
      process.stdout.write(`${JSON.stringify(report, null, flags.json ? 0 : 2)}\n`);
    });
}
