import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../../api/problem.js';
import { VersionedDraft } from './versioned-draft.js';

interface Kept {
  version: number;
  text: string;
}

/** A server with one draft, and devices that know what they read of it. */
function openServer() {
  let kept: Kept | null = null;
  let count = 0;
  /** Answers of that many requests are lost on their way. */
  let lost = 0;
  const check = (expected: number) => {
    if ((kept?.version ?? 0) === expected) return;
    throw new ApiProblem({ type: 'urn:clearline:problem:stale-version', status: 409 });
  };
  const answer = () => {
    if (lost === 0) return;
    lost -= 1;
    throw new Error('no answer');
  };
  const server = {
    wordsOf: (text: string) => text || undefined,
    wordsOfKept: ({ text }: Kept) => text,
    read: () => Promise.resolve(kept),
    async put(text: string, expected: number) {
      check(expected);
      count += 1;
      kept = { version: count, text };
      await Promise.resolve();
      answer();
      return count;
    },
    async drop(expected: number) {
      if (kept) check(expected);
      kept = null;
      await Promise.resolve();
      answer();
    },
  };
  return {
    device: () => new VersionedDraft<string, Kept>(server, kept?.version ?? 0),
    textOf: () => kept?.text,
    end: () => (kept = null),
    lose: (answers: number) => (lost = answers),
  };
}

/** Types and waits until that is kept, or is not. */
async function type(draft: VersionedDraft<string, Kept>, text: string): Promise<string> {
  draft.keeper.keep(text);
  draft.keeper.flush();
  return outcome(draft);
}
async function outcome({ keeper }: VersionedDraft<string, Kept>): Promise<string> {
  // The server answers within turns of this one.
  for (let turn = 0; turn < 100 && keeper.state === 'waiting'; turn += 1) await Promise.resolve();
  return keeper.state;
}

describe('a draft with a version', () => {
  it('is kept, replaced and thrown away by the device that reads it', async () => {
    const { device, textOf } = openServer();
    const here = device();
    expect(await type(here, 'one')).toBe('kept');
    expect(await type(here, 'one two')).toBe('kept');
    expect(textOf()).toBe('one two');
    expect(await type(here, '')).toBe('kept');
    expect(textOf()).toBeUndefined();
    expect(await type(here, 'anew')).toBe('kept');
  });

  it('is overtaken where another device kept something since', async () => {
    const { device } = openServer();
    const [here, there] = [device(), device()];
    expect(await here.isOvertaken()).toBe(false);
    await type(here, 'mine');
    expect([await here.isOvertaken(), await there.isOvertaken()]).toEqual([false, true]);
  });

  it('of another device is not overwritten unseen, and is gone on with', async () => {
    const { device, textOf } = openServer();
    const [here, there] = [device(), device()];
    await type(there, 'theirs');
    expect(await type(here, 'mine')).toBe('outdated');
    expect(textOf()).toBe('theirs');
    expect((await here.takeOther())?.text).toBe('theirs');
    expect(await type(here, 'theirs, and mine')).toBe('kept');
    expect(await type(there, 'theirs again')).toBe('outdated');
  });

  it('of another device is replaced by who says so', async () => {
    const { device, textOf } = openServer();
    const [here, there] = [device(), device()];
    await type(there, 'theirs');
    await type(here, 'mine');
    here.replaceOther();
    expect(await outcome(here)).toBe('kept');
    expect(textOf()).toBe('mine');
  });

  it('that another device has sent does not come back unasked', async () => {
    const { device, textOf, end } = openServer();
    const here = device();
    await type(here, 'mine');
    end();
    expect(await type(here, 'mine, longer')).toBe('outdated');
    expect(here.other).toBeNull();
    expect(await here.takeOther()).toBeNull();
    expect(textOf()).toBeUndefined();
    expect(await type(here, 'the next one')).toBe('kept');
  });

  it('that was sent from here is followed by the next one', async () => {
    const { device, textOf, end } = openServer();
    const here = device();
    await type(here, 'mine');
    await here.keeper.forget();
    end();
    here.end();
    expect(await type(here, 'the next one')).toBe('kept');
    expect(textOf()).toBe('the next one');
  });

  it('is known as its own where the answer was lost', async () => {
    const { device, textOf, lose } = openServer();
    const here = device();
    lose(1);
    expect(await type(here, 'mine')).toBe('failed');
    expect(await type(here, 'mine, longer')).toBe('kept');
    expect(textOf()).toBe('mine, longer');
  });
});
