import type { Command } from 'commander';
import { ApiClient } from '../api-client.js';
import { CommandFailure } from '../command-failure.js';
import { withApiOptions } from './api-options.js';
import type { ApiFlags } from './api-options.js';

const streams = ['alerts', 'cases', 'signals'] as const;

/** `clearline events tail`: what happens, a line each, until interrupted. */
export function addEventsCommand(program: Command): void {
  const events = program.command('events').description('watch what happens');
  withApiOptions(events.command('tail [stream]').description(`follow ${streams.join(', ')}`))
    .option('--last-event-id <cursor>', 'continue after this cursor')
    .action(async (stream: string = 'cases', flags: ApiFlags & { lastEventId?: string }) => {
      if (!(streams as readonly string[]).includes(stream)) {
        throw new CommandFailure(`no stream ${stream}; there are ${streams.join(', ')}`, 2);
      }
      const headers: Record<string, string> = { accept: 'text/event-stream' };
      if (flags.lastEventId) headers['last-event-id'] = flags.lastEventId;
      const response = await new ApiClient(flags).stream(`/api/v1/streams/${stream}`, headers);
      const decoder = new TextDecoder();
      let pending = '';
      for await (const chunk of response.body ?? []) {
        pending += decoder.decode(chunk as Uint8Array, { stream: true });
        const lines = pending.split('\n');
        pending = lines.pop() ?? '';
        for (const line of lines) {
          if (line.startsWith('data:')) process.stdout.write(`${line.slice(5).trim()}\n`);
        }
      }
    });
}
