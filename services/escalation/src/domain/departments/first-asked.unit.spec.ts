import { describe, expect, it } from '@jest/globals';
import { by, hour, open, received, run } from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import { firstAsked } from './first-asked.js';

const after = (...commands: [CaseCommand, number][]) =>
  firstAsked(run(commands.map(([command, at]) => [command, received + at])).events);
const transfer: CaseCommand = { type: 'transfer', to: 'south', reason: 'expertise', by };

describe('whoever is asked first', () => {
  it('answers for the case while it waits for another unit, until somebody there accepts it', () => {
    expect(after([open(), 0], [transfer, hour])).toEqual({ agent: by, since: received });
    const accept: CaseCommand = { type: 'accept-transfer', owner: 'a-8', by: 'a-8' };
    expect(after([open(), 0], [transfer, hour], [accept, 2 * hour])).toEqual({
      ...{ agent: by, since: received, until: received + 2 * hour },
      ...{ handedTo: 'a-8', how: 'transfer-accepted' },
    });
  });

  it('is the first owner where it came without one, and stays so whoever follows', () => {
    const unowned = open({ owner: undefined });
    const assign = (owner: string): CaseCommand => ({ type: 'assign', owner, by: 's-1' });
    expect(after([unowned, 0])).toBeUndefined();
    expect(after([unowned, 0], [assign('a-2'), hour], [assign('a-2'), 2 * hour])).toEqual({
      ...{ agent: 'a-2', since: received + hour },
    });
    const handed = after(
      [unowned, 0],
      [assign('a-2'), hour],
      [assign('a-3'), 2 * hour],
      [assign('a-2'), 3 * hour],
    );
    expect(handed).toMatchObject({ agent: 'a-2', until: received + 2 * hour, handedTo: 'a-3' });
  });
});
