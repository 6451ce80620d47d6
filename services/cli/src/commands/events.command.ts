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
    .option('--types <types>', 'those types of events alone, parted by commas')
    .option('--last-event-id <cursor>', 'continue after this cursor')
    .option('--with-cursor', 'put the cursor of each event into its line')
    .action(async (stream: string = 'cases', flags: TailFlags) => {
      if (!(streams as readonly string[]).includes(stream)) {
        throw new CommandFailure(`no stream ${stream}; there are ${streams.join(', ')}`, 2);
      }
      const headers: Record<string, string> = { accept: 'text/event-stream' };
      if (flags.lastEventId) headers['last-event-id'] = flags.lastEventId;
      const query = flags.types === undefined ? '' : `?types=${encodeURIComponent(flags.types)}`;
      const path = `/api/v1/streams/${stream}${query}`;
      const response = await new ApiClient(flags).stream(path, headers);
      process.stderr.write(`following ${stream} at ${flags.url} until Ctrl-C\n`);
      const seen = { cursor: flags.lastEventId ?? '' };
      const goOn = () => seen.cursor && `; --last-event-id ${seen.cursor} goes on behind it`;
      for (const [signal, exitCode] of Object.entries(interrupted)) {
        process.once(signal, () => {
          process.stderr.write(`stopped${goOn()}\n`);
          process.exit(exitCode);
        });
      }
      await printEvents(response, seen, flags.withCursor === true);
      throw new CommandFailure(`the stream ended${goOn()}`);
    });
}

interface TailFlags extends ApiFlags {
  types?: string;
  lastEventId?: string;
  withCursor?: boolean;
}

/** What a shell says of a command that a signal ended. */
const interrupted = { SIGINT: 130, SIGTERM: 143 } as const;

/** Until the other side ends the stream, in order or not; `seen` is the cursor of the last event that was printed. */
async function printEvents(
  response: Response,
  seen: { cursor: string },
  withCursor: boolean,
): Promise<void> {
  const decoder = new TextDecoder();
  let pending = '';
  let cursor = '';
  try {
    for await (const chunk of response.body ?? []) {
      pending += decoder.decode(chunk as Uint8Array, { stream: true });
      const lines = pending.split('\n');
      pending = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('id:')) cursor = line.slice(3).trim();
        if (line === 'event: reset') {
          process.stderr.write('that cursor is unknown; from now on\n');
          seen.cursor = '';
        } else if (line.startsWith('data:') && cursor) {
          const data = line.slice(5).trim();
          const told = withCursor ? `{"cursor":"${cursor}",${data.slice(1)}` : data;
          process.stdout.write(`${told}\n`);
          seen.cursor = cursor;
        }
      }
    }
  } catch {
    // Cut off in the midst: as good as an end, since the cursor goes on behind the last whole event.
  }
}
