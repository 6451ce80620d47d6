import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { IntakeStore } from './intake-store.js';
import { emptyIntake } from './intake.js';
import { savedAt, TestDraftServer } from './test-draft-server.js';

describe('a complaint that is taken down', () => {
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

  beforeEach(() => {
    jest.useFakeTimers();
    server = new TestDraftServer();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is there for another device, with the key under which it is filed', async () => {
    const desk = await device();
    type(desk, '漏气');
    await pass();
    expect(desk.keeper.state).toBe('kept');
    expect((await device()).draft).toEqual(desk.draft);
  });

  it('may be of an earlier call where it was read, until somebody goes on with it', async () => {
    const desk = await device();
    type(desk, '漏气');
    await pass();
    // Whoever comes back to what they typed needs no notice of it.
    await desk.refresh();
    expect(desk.isEarlier).toBe(false);
    const [typing, reading] = [await device(), await device()];
    expect([typing.isEarlier, reading.isEarlier]).toEqual([true, true]);
    reading.goOn();
    expect([reading.isEarlier, typed(reading)]).toEqual([false, '漏气']);
    type(typing, '漏气严重');
    expect(typing.isEarlier).toBe(false);
    await pass();
    // What another device added to one's own words makes no other call of them.
    await desk.refresh();
    expect([desk.isEarlier, typed(desk)]).toEqual([false, '漏气严重']);
  });

  it('is of no earlier call where nothing was kept', async () => {
    const desk = await device();
    expect(desk.isEarlier).toBe(false);
  });

  it('fills in what an older page did not keep', async () => {
    const form = { statement: '漏气' } as typeof emptyIntake;
    server.kept = { version: 1, draft: { key: 'k-1', form, savedAt } };
    expect((await device()).draft.intake).toEqual({ ...emptyIntake, statement: '漏气' });
  });

  it('is no longer kept once it is cleared, and a form that says nothing never is', async () => {
    const desk = await device();
    type(desk, '漏');
    desk.clear();
    await pass();
    expect(server.writes).toBe(0);
    type(desk, '漏气');
    await pass();
    const { key } = desk.draft;
    desk.clear();
    await pass();
    expect(server.kept.draft).toBeNull();
    expect(desk.draft.key).not.toBe(key);
  });

  it('is kept at last by a server that was away, though it never said what it had kept', async () => {
    const desk = await device();
    server.away = 'after';
    type(desk, '漏气');
    await pass();
    type(desk, '漏气，味道很重');
    await jest.advanceTimersByTimeAsync(1_000);
    server.away = undefined;
    await pass();
    expect(desk.keeper.state).toBe('kept');
    expect(kept()).toBe('漏气，味道很重');
  });

  it('shows what another device kept meanwhile, where nothing here waits to be kept', async () => {
    const [desk, other] = [await device(), await device()];
    type(other, '停水');
    await pass();
    await desk.refresh();
    expect(typed(desk)).toBe('停水');
    server.away = 'before';
    type(other, '停水三天');
    await other.refresh();
    expect(typed(other)).toBe('停水三天');
  });

  it('overwrites nothing of another device before its writer chooses', async () => {
    const [desk, other] = [await device(), await device()];
    type(other, '停水');
    await pass();
    type(desk, '漏气');
    await pass();
    expect(desk.keeper.state).toBe('outdated');
    expect([typed(desk), kept()]).toEqual(['漏气', '停水']);
    type(desk, '漏气，味道很重');
    await pass();
    expect(kept()).toBe('停水');
    desk.replaceOther();
    await pass();
    expect([desk.keeper.state, kept()]).toEqual(['kept', '漏气，味道很重']);
    // Now it is the other one that is behind.
    type(other, '停水三天');
    await pass();
    expect(other.keeper.state).toBe('outdated');
    await other.takeOther();
    await pass();
    expect([typed(other), kept()]).toEqual(['漏气，味道很重', '漏气，味道很重']);
  });

  it('is not lost to a draft that the other device has filed or cleared meanwhile', async () => {
    const [desk, other] = [await device(), await device()];
    type(other, '停水');
    await pass();
    type(desk, '漏气');
    await pass();
    expect(desk.keeper.state).toBe('outdated');
    other.clear();
    await pass();
    await desk.takeOther();
    await pass();
    expect([desk.keeper.state, typed(desk), kept()]).toEqual(['kept', '漏气', '漏气']);
  });

  it('can be taken down while the server does not say what it keeps', async () => {
    server.away = 'before';
    const desk = await device();
    type(desk, '漏气');
    await pass();
    expect(desk.keeper.state).toBe('failed');
    server.away = undefined;
    await pass();
    expect(kept()).toBe('漏气');
  });
});
