import { describe, expect, it } from '@jest/globals';
import { attachmentLimits } from '#contracts';
import { by, context, hour, newId, open, received, run, sealed } from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';
import { decide } from '../decide.js';

const attach = (attachmentId: string, bytes = 1_000): CaseCommand => ({
  type: 'attach-file',
  ...{ attachmentId, name: sealed, mediaType: 'image/png', bytes, checksum: sealed },
  storedSha256: '0'.repeat(64),
  by,
});
const remove = (attachmentId: string): CaseCommand => ({
  type: 'remove-attachment',
  ...{ attachmentId, reason: 'wrong-file', by },
});
const after = (...commands: CaseCommand[]) =>
  run([open(), ...commands].map((one, index) => [one, received + index])).state as OpenedCase;
const refusal = (slug: string) => expect.objectContaining({ slug });
const [one, two] = [newId(), newId()];

describe('the files of a case', () => {
  it('are known by their size, and no more once all of them are gone', () => {
    expect(after(attach(one, 10), attach(two, 20)).files).toEqual([
      { id: one, bytes: 10 },
      { id: two, bytes: 20 },
    ]);
    expect(after(attach(one), attach(two), remove(one)).files).toEqual([{ id: two, bytes: 1_000 }]);
    expect(after(attach(one), remove(one))).not.toHaveProperty('files');
  });

  it('are a hundred at the most, and have 250 MB together', () => {
    const { caseFiles, caseBytes } = attachmentLimits;
    const full = Array.from({ length: caseFiles }, () => attach(newId()));
    expect(() => after(...full, attach(one))).toThrow(/100 files lie with the case/);
    const almost = after(attach(one, caseBytes - 5));
    expect(() => decide(attach(two, 6), almost, received + 2, context)).toThrow(/250 MB/);
    expect(decide(attach(two, 5), almost, received + 2, context)).toHaveLength(1);
    const again = after(attach(one, caseBytes), remove(one), attach(two, caseBytes));
    expect(again.files).toHaveLength(1);
  });

  it('may come when the case has ended, as letters do', () => {
    const withdraw: CaseCommand = { type: 'withdraw', channel: 'phone', by };
    expect(after(withdraw, attach(one))).toMatchObject({
      ...{ status: 'withdrawn', files: [{ id: one }] },
    });
  });

  it('are taken out once, and of a merged case too, which takes no more of them', () => {
    expect(() => after(remove(one))).toThrow(refusal('not-found'));
    expect(() => after(attach(one), remove(one), remove(one))).toThrow(refusal('not-found'));
    const into = { caseId: newId(), number: '2026-0000111-4', receivedAt: received - hour };
    const merge: CaseCommand = { type: 'merge', into, reason: 'same-matter', by };
    expect(() => after(merge, attach(one))).toThrow(/merged into 2026-0000111-4/);
    expect(after(attach(one), merge, remove(one))).not.toHaveProperty('files');
  });
});
