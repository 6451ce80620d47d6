import { describe, expect, it } from '@jest/globals';
import { dropDraft, keepDraft, readDraft } from './intake-draft.js';
import { emptyIntake } from './intake.js';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}
const newKey = () => 'new';

describe('the draft of a complaint', () => {
  it('is there again with its key, so that filing it goes on where it stopped', () => {
    const store = memory();
    const draft = { key: 'k-1', intake: { ...emptyIntake, statement: '漏气' } };
    keepDraft(store, 'agent', draft);
    expect(readDraft(store, 'agent', newKey)).toEqual(draft);
  });

  it('is seen by nobody else who signs in', () => {
    const store = memory();
    keepDraft(store, 'agent', { key: 'k-1', intake: { ...emptyIntake, statement: '漏气' } });
    expect(readDraft(store, 'other', newKey)).toEqual({ key: 'new', intake: emptyIntake });
  });

  it('is an empty form after it was dropped or can no longer be read', () => {
    const store = memory();
    store.setItem('clearline.intake.agent', '{broken');
    expect(readDraft(store, 'agent', newKey).intake).toEqual(emptyIntake);
    keepDraft(store, 'agent', { key: 'k-1', intake: { ...emptyIntake, name: '张伟' } });
    dropDraft(store, 'agent');
    expect(readDraft(store, 'agent', newKey).key).toBe('new');
  });

  it('fills in what an older page did not keep', () => {
    const store = memory();
    store.setItem('clearline.intake.agent', '{"key":"k-1","intake":{"statement":"漏气"}}');
    expect(readDraft(store, 'agent', newKey).intake).toEqual({ ...emptyIntake, statement: '漏气' });
  });

  it('says when the browser keeps nothing', () => {
    const full = {
      ...memory(),
      setItem: () => {
        throw new Error('quota');
      },
    };
    expect(keepDraft(full, 'agent', { key: 'k-1', intake: emptyIntake })).toBe(false);
  });
});
