import { describe, expect, it } from '@jest/globals';
import { by, open, received, run, sealed } from '../../../test/given-case.js';
import { maySee } from '../access/case-access.js';
import type { CaseCommand } from '../case-command.js';
import type { OpenedCase } from '../case-state.js';
import type { MajorFacts } from './major-state.js';

const major: CaseCommand = { type: 'triage', complaintTier: 'major', by };
const force = (lead: string, ...agents: string[]): CaseCommand => ({
  ...{ type: 'name-task-force', lead, by },
  members: agents.map((agent) => ({ agent, role: 'customer' })),
});
const stakeholder = (more: object = {}): CaseCommand => ({
  ...{ type: 'map-stakeholder', kind: 'media', stance: 'critical', speaker: 'a-3', by },
  ...{ name: sealed, ...more },
});
const after = (...commands: CaseCommand[]) =>
  run([open(), ...commands].map((one, index) => [one, received + index])).state as OpenedCase;
const sees = (agentId: string, state: OpenedCase) =>
  maySee({ sees: 'own', agentId, units: ['south'] }, state);

describe('a major complaint', () => {
  it('is settled by a task force that sees the case, until another is named', () => {
    const named = after(major, force('a-1', 'a-2'));
    expect(named.major).toEqual({ taskForce: { lead: 'a-1', members: ['a-2'] } });
    expect(['a-1', 'a-2', 'a-3'].map((id) => sees(id, named))).toEqual([true, true, false]);
    const renamed = after(major, force('a-1', 'a-2'), force('a-4', 'a-2'));
    expect(['a-1', 'a-2', 'a-4'].map((id) => sees(id, renamed))).toEqual([false, true, true]);
  });

  it('has a map of those who have a say in it, each with one of us who speaks with them', () => {
    const mapped = after(major, stakeholder(), stakeholder({ kind: 'superior', speaker: 'a-5' }));
    const { stakeholders } = mapped.major as Required<MajorFacts>;
    expect(stakeholders.map(({ kind, speaker }) => [kind, speaker])).toEqual([
      ['media', 'a-3'],
      ['superior', 'a-5'],
    ]);
    expect(sees('a-5', mapped)).toBe(true);
    const [first] = stakeholders;
    const told = run([
      ...[open(), major, stakeholder()].map((one, index): [CaseCommand, number] => [
        one,
        received + index,
      ]),
    ]);
    const { id } = (told.state as OpenedCase).major!.stakeholders![0]!;
    expect(first!.id).not.toBe(id);
  });

  it('tells anew of somebody who is mapped, and of nobody else', () => {
    expect(() => after(major, stakeholder({ stakeholderId: 'nobody' }))).toThrow(
      /nobody was mapped/,
    );
  });

  it('is served by nobody whom it is about, nor by who answers for them', () => {
    const accused: CaseCommand = {
      ...{ type: 'name-accused', accused: ['a-2'], conflicted: ['a-2', 'a-3'], by },
    };
    expect(() => after(major, accused, force('a-1', 'a-2'))).toThrow(
      'a-2 is who it is about: somebody else has to serve on the task force',
    );
    expect(() => after(major, accused, stakeholder())).toThrow(
      'somebody else has to speak to them',
    );
    expect(after(major, accused, force('a-1', 'a-4')).major).toBeDefined();
  });

  it('is one that was triaged so, and that has not ended', () => {
    expect(() => after(force('a-1', 'a-2'))).toThrow(/not triaged as major/);
    expect(() => after(stakeholder())).toThrow(/not triaged as major/);
    const withdraw: CaseCommand = { type: 'withdraw', channel: 'phone', by };
    expect(() => after(major, withdraw, force('a-1', 'a-2'))).toThrow(/withdrawn/);
  });
});
