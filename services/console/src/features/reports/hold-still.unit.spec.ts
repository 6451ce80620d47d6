import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { holdStill, unlessHeld } from './hold-still.js';

const client = new QueryClient({ defaultOptions: { queries: { staleTime: 0 } } });

/** A report as somebody opens it; answers how often it was read, and a way to leave it. */
function opened(report: string) {
  const read = jest.fn(() => Promise.resolve({ report }));
  const options = { ...unlessHeld, queryKey: ['report', report], queryFn: read };
  const observer = new QueryObserver(client, options);
  const leave = observer.subscribe(() => undefined);
  return { read, leave };
}
const settled = () => new Promise((done) => setTimeout(done, 0));

afterEach(() => {
  holdStill(false, client);
  client.clear();
});

describe('reports that hold still', () => {
  it('are read anew when they were read before the moment of holding and are opened after it', async () => {
    const before = opened('backlog');
    await settled();
    before.leave();
    const held = opened('volume');
    await settled();
    holdStill(true, client);
    const after = opened('backlog');
    await settled();
    expect(after.read).toHaveBeenCalledTimes(1);
    held.leave();
    after.leave();
  });

  it('stay as they were on the screen, and as they were read since', async () => {
    const held = opened('volume');
    await settled();
    holdStill(true, client);
    held.leave();
    const other = opened('backlog');
    await settled();
    other.leave();
    const again = [opened('volume'), opened('backlog')];
    await settled();
    for (const { read, leave } of again) {
      expect(read).not.toHaveBeenCalled();
      leave();
    }
  });
});
