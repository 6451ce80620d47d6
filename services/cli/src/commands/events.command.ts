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
      process.stderr.write(`following ${stream} at ${flags.url} until Ctrl-C\n`);
      const lastId = await printEvents(response);
      const goOn = lastId && `; --last-event-id ${lastId} goes on behind it`;
      throw new CommandFailure(`the stream ended${goOn}`);
    });
}

/** Until the other side ends the stream, in order or not; returns the cursor of the last event. */
async function printEvents(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let pending = '';
  let lastId = '';
  try {
    for await (const chunk of response.body ?? []) {
      pending += decoder.decode(chunk as Uint8Array, { stream: true });
      const lines = pending.split('\n');
      pending = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('id:')) lastId = line.slice(3).trim();
        if (line.startsWith('data:')) process.stdout.write(`${line.slice(5).trim()}\n`);
      }
    }
  } catch {
    // Cut off in the midst: as good as an end, since the cursor goes on behind the last whole event.
  }
  return lastId;
}
