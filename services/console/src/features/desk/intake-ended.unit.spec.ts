import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { IntakeStore } from './intake-store.js';
import { TestDraftServer } from './test-draft-server.js';

let server: TestDraftServer;
const device = async () => {
  const store = new IntakeStore(server);
  await store.refresh();
  return store;
};
const type = (store: IntakeStore, statement: string) =>
  store.change(({ key, intake }) => ({ key, intake: { ...intake, statement } }));
const typed = (store: IntakeStore) => store.draft.intake.statement;
const pass = () => jest.advanceTimersByTimeAsync(4_000);
const kept = () => server.kept.draft?.form.statement;
/** On two devices. */
const begun = async () => {
  const desk = await device();
  type(desk, '漏气');
  await pass();
  return [desk, await device()] as const;
};

beforeEach(() => {
  jest.useFakeTimers();
  server = new TestDraftServer();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a complaint that another device filed', () => {
  it('is no draft again: its writer is told, and begins anew', async () => {
    const [desk, other] = await begun();
    const { key } = desk.draft;
    server.file(key);
    type(other, '漏气，味道很重');
    await pass();
    expect([other.keeper.state, other.other?.isFiled]).toEqual(['outdated', true]);
    expect([typed(other), kept()]).toEqual(['漏气，味道很重', undefined]);
    await other.takeOther();
    expect([typed(other), other.draft.key === key]).toEqual(['', false]);
    type(other, '停水');
    await pass();
    expect([other.keeper.state, kept()]).toEqual(['kept', '停水']);
  });

  it('is taken down as another one under another key, where its writer wants that', async () => {
    const [desk, other] = await begun();
    server.file(desk.draft.key);
    type(other, '漏气，又来电');
    await pass();
    other.replaceOther();
    await pass();
    expect(other.keeper.state).toBe('kept');
    expect(server.kept.draft).toMatchObject({ key: other.draft.key });
    expect([other.draft.key === desk.draft.key, kept()]).toEqual([false, '漏气，又来电']);
  });

  it('does not take the place of what the other device took down next', async () => {
    const [desk, other] = await begun();
    server.file(desk.draft.key);
    desk.clear();
    type(desk, '停水');
    await pass();
    expect([desk.keeper.state, kept()]).toEqual(['kept', '停水']);
    type(other, '漏气，又来电');
    await pass();
    other.replaceOther();
    await pass();
    expect([other.keeper.state, other.other?.isFiled]).toEqual(['outdated', false]);
    expect([typed(other), kept()]).toEqual(['漏气，又来电', '停水']);
  });
});

describe('a complaint that is filed from here', () => {
  it('leaves an empty form although it was still being kept', async () => {
    const desk = await device();
    type(desk, '漏气');
    server.file(desk.draft.key);
    desk.keeper.flush();
    desk.clear();
    await pass();
    expect([desk.keeper.state, desk.other, typed(desk)]).toEqual(['kept', undefined, '']);
    type(desk, '停水');
    await pass();
    expect([desk.keeper.state, kept()]).toEqual(['kept', '停水']);
  });

  it('is not said to be filed over the form that was emptied while that was looked up', async () => {
    const desk = await device();
    type(desk, '漏气');
    server.file(desk.draft.key);
    const read = server.read;
    server.read = () => {
      // The answer to the filing comes first.
      desk.clear();
      server.read = read;
      return read();
    };
    await pass();
    await pass();
    expect([desk.other, typed(desk)]).toEqual([undefined, '']);
    type(desk, '停水');
    await pass();
    expect([desk.keeper.state, kept()]).toEqual(['kept', '停水']);
  });

  it('is told of no more once the form is emptied', async () => {
    const desk = await device();
    type(desk, '漏气');
    server.file(desk.draft.key);
    await pass();
    expect(desk.other?.isFiled).toBe(true);
    desk.clear();
    await pass();
    expect([desk.keeper.state, desk.other]).toEqual(['kept', undefined]);
  });
});

describe('a complaint that another device threw away', () => {
  it('is kept again only where its writer wants that', async () => {
    const [desk, other] = await begun();
    desk.clear();
    await pass();
    type(other, '漏气，又来电');
    await pass();
    expect([other.keeper.state, other.other]).toEqual([
      'outdated',
      { kept: { version: 0, draft: null }, isFiled: false },
    ]);
    expect(kept()).toBeUndefined();
    other.replaceOther();
    await pass();
    expect([other.keeper.state, kept()]).toEqual(['kept', '漏气，又来电']);
  });

  it('is no matter to the one that comes next', async () => {
    const [desk, other] = await begun();
    desk.clear();
    await pass();
    other.clear();
    type(other, '停水');
    await pass();
    expect([other.keeper.state, kept()]).toEqual(['kept', '停水']);
  });

  it('was thrown away from here, though the server never said so', async () => {
    const [desk] = await begun();
    const { draft } = desk;
    server.away = 'after';
    desk.clear();
    await jest.advanceTimersByTimeAsync(1_000);
    server.away = undefined;
    desk.change(() => draft);
    await pass();
    expect([desk.keeper.state, kept()]).toEqual(['kept', '漏气']);
  });
});
