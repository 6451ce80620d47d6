import type { IntakeForm } from '#contracts';
import { newId } from '#platform';
import type { Clock } from '#platform';
import { readDraft, saveDraft } from '../src/drafts/draft-rows.js';
import { scopeOf } from '../src/filing/idempotency-keys.js';
import { readFiling } from '../src/filing/read-filing.js';
import type { TestIntake } from './open-test-intake.js';

export const none = { version: 0, draft: null };
export const form: IntakeForm = {
  ...{ channel: 'phone', phone: '139 0000 7', name: '秘密 ', tier: 'standard', isAnonymous: false },
  ...{ statement: '住址在海港路九号，', severity: 'normal', threats: [] },
  evidence: { listen: { facts: '三月 ' } },
};
export const complaint = {
  channel: 'phone' as const,
  customer: { name: '欧阳秘密', phone: '13977770001' },
  category: 'unclassified',
  statement: '燃气账单重复扣费',
};

/** The key under which a test's writer takes a complaint down. */
export const keyOf = (writer: string): string => `key of ${writer}`;
export const isStale = (version: number) => ({ slug: 'stale-version', extra: { version } });

/** What people do with drafts. */
export function draftsOf({ database, keys, clock, writer: filings }: TestIntake<Clock>) {
  return {
    /** As an identity provider may call people. */
    someone: () => `oidc|${newId(clock.now())}`,
    read: (writer: string) => readDraft(database, keys, writer),
    save(writer: string, expectedVersion: number, change: Partial<IntakeForm> = {}) {
      const body = { expectedVersion, key: keyOf(writer), form: { ...form, ...change } };
      return database.transaction((tx) => saveDraft(tx, keys, writer, body, clock.now()));
    },
    async file(body: object, writer: string, key: string): Promise<number> {
      const actor = { kind: 'user' as const, name: 'agent' };
      const caller = { actor, scope: scopeOf(writer, 'complaint'), key };
      const request = readFiling('complaint', body, caller, clock.now());
      return (await filings.submit({ ...request, writer })).status;
    },
  };
}
