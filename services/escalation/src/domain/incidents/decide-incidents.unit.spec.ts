import { describe, expect, it } from '@jest/globals';
import { by, open, received, run } from '../../../test/given-case.js';
import type { CaseCommand } from '../case-command.js';

const named = (index: number) => ({
  caseId: `019aafe0-0000-7000-8000-00000000d00${index}`,
  number: `2026-000012${index}-4`,
});
const join = (index = 1): CaseCommand => ({ type: 'join-incident', incident: named(index), by });
const leave: CaseCommand = { type: 'leave-incident', by };
const grow = (index = 1): CaseCommand => ({ type: 'grow-incident', member: named(index), by });
const shrink = (index = 1): CaseCommand => ({ type: 'shrink-incident', member: named(index), by });
const withdraw: CaseCommand = { type: 'withdraw', channel: 'phone', by };
const after = (...commands: CaseCommand[]) =>
  run([open(), ...commands].map((one, index) => [one, received + index])).state;

describe('a mass incident', () => {
  it('is known by each of its cases, and how many they are by the one that stands for it', () => {
    expect(after(join())).toMatchObject({ incident: named(1), status: 'open' });
    expect(after(join(), leave)).not.toHaveProperty('incident');
    expect(after(grow(1), grow(2))).toMatchObject({ incidentCases: 2 });
    expect(after(grow(1), grow(2), shrink(1), shrink(2))).not.toHaveProperty('incidentCases');
  });

  it('has one level, and nothing that has ended', () => {
    expect(() => after(join(), join())).toThrow(/belongs to 2026-0000121-4 already/);
    expect(() => after(join(), join(2))).toThrow(/has to leave that first/);
    expect(() => after(join(), grow())).toThrow(/belongs to 2026-0000121-4 itself/);
    expect(() => after(grow(), join(2))).toThrow(/other cases belong to this one/);
    expect(() => after(leave)).toThrow(/belongs to no incident/);
    expect(() => after(withdraw, join())).toThrow(/is withdrawn/);
    expect(() => after(withdraw, grow())).toThrow(/is withdrawn/);
  });

  it('grows to a thousand cases, as many as one request answers', () => {
    const thousand = Array.from({ length: 1_000 }, () => grow());
    expect(after(...thousand)).toMatchObject({ incidentCases: 1_000 });
    expect(() => after(...thousand, grow())).toThrow(/the most/);
  });
});
