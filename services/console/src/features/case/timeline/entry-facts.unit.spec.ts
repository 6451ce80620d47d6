import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { events as en } from '../texts/events.en.js';
import { events as zh } from '../texts/events.zh.js';
import {
  eventName,
  factsOf,
  isBelated,
  kindOf,
  sentenceFields,
  sentenceName,
  toneOf,
  whoOf,
} from './entry-facts.js';

const published = readdirSync('libs/contracts/generated/schemas')
  .filter((file) => /^clearline\.(case|sla|alert)\./.test(file))
  .map((file) => eventName(file.replace(/(\.schema)?\.json$/, '')));
const textOf = (texts: object, name: string) =>
  name
    .split('.')
    .reduce<unknown>((found, part) => (found as Record<string, unknown>)?.[part], texts);
const blanks = (text: unknown) =>
  String(text)
    .match(/\{\{\w+\}\}/g)
    ?.sort() ?? [];

describe('an entry of the timeline', () => {
  it('has a sentence in both languages for whatever can happen to a case', () => {
    expect(published.length).toBeGreaterThan(80);
    const lacking = published.filter((name) => !textOf(en, name) || !textOf(zh, name));
    expect(lacking).toEqual([]);
  });

  it('says the same in both languages', () => {
    const differing = published.filter(
      (name) => blanks(textOf(en, name)).join() !== blanks(textOf(zh, name)).join(),
    );
    expect(differing).toEqual([]);
  });

  it('has a sentence of its own, in both languages, where it passed with a party', () => {
    const kinds = ['message-held', 'message-sent', 'message-undone', 'contact-recorded'];
    const direction = ['inbound', 'outbound'];
    const names = kinds.flatMap((kind) =>
      direction.map((one) => {
        const data = { partyId: 'p', direction: one };
        return sentenceName({ type: `clearline.case.${kind}.v2`, data });
      }),
    );
    expect(new Set(names).size).toBe(5);
    for (const name of names) {
      expect(blanks(textOf(en, name))).toContain('{{recipient}}');
      expect(blanks(textOf(zh, name))).toEqual(blanks(textOf(en, name)));
    }
    const sent = { type: 'clearline.case.message-sent.v2', data: {} };
    expect(sentenceName(sent)).toBe('case.message-sent');
    const named = { type: 'clearline.case.party-named.v2', data: { partyId: 'p' } };
    expect(sentenceName(named)).toBe('case.party-named');
  });

  it('says of which stage a clock is that goes on by its id', () => {
    const of = (data: object) => sentenceFields({ data: data as never })['stage'];
    expect(of({ kind: 'stage', clockId: 'stage:apologise' })).toBe('apologise');
    expect(of({ kind: 'stage', clockId: 'stage:listen#2' })).toBe('listen');
    expect(of({ kind: 'stage', clockId: 'stage:listen', stage: 'listen' })).toBe('listen');
    expect(of({ kind: 'resolution', clockId: 'resolution' })).toBeUndefined();
  });

  it('is recorded, and not sent, where staff tell it themselves, and handed on where another system sends it', () => {
    const nameOf = (kind: string, data: object) =>
      sentenceName({ type: `clearline.case.message-${kind}.v1`, data: data as never });
    expect(nameOf('held', { channel: 'phone' })).toBe('case.told-held');
    expect(nameOf('sent', { channel: 'visit', partyId: 'p' })).toBe('case.party-told-sent');
    expect(nameOf('sent', { channel: 'email' })).toBe('case.message-sent');
    expect(nameOf('undone', { channel: 'letter' })).toBe('case.message-undone');
    expect(nameOf('sent', { channel: 'app' })).toBe('case.handed-sent');
    expect(nameOf('held', { channel: 'web', partyId: 'p' })).toBe('case.party-handed-held');
    const kinds = ['told-held', 'told-sent', 'handed-held', 'handed-sent'];
    for (const name of kinds.flatMap((kind) => [kind, `party-${kind}`])) {
      expect(blanks(textOf(zh, `case.${name}`)!).sort()).toEqual(
        blanks(textOf(en, `case.${name}`)!).sort(),
      );
      expect(blanks(textOf(en, `case.${name}`)!)).toContain('{{channel}}');
    }
  });

  it('is named without its version and found by its filter', () => {
    expect(eventName('clearline.case.assigned.v2')).toBe('case.assigned');
    expect(kindOf('clearline.sla.breached.v1')).toBe('clock');
    expect(kindOf('clearline.case.message-held.v1')).toBe('contact');
    expect(kindOf('clearline.case.transfer-refused.v1')).toBe('people');
    expect(kindOf('clearline.case.went-live.v1')).toBe('other');
  });

  it('is no alarm where a deadline was kept', () => {
    const tone = (name: string, data: object = {}) =>
      toneOf({ type: `clearline.${name}.v1`, data: { ...data } });
    expect(tone('sla.met')).toBe('met');
    expect(tone('sla.breached')).toBe('clock');
    expect(tone('case.note-added')).toBe('note');
    expect(tone('case.stage-completed')).toBe('stage');
    expect(tone('case.stage-completed', { skipped: 'why' })).toBe('passed');
    expect(tone('case.stage-overridden')).toBe('passed');
  });

  it('tells the fields of a clock that starts as its own', () => {
    const data = { caseId: 'c', clock: { kind: 'stage', dueAt: '2026-01-02T00:00:00Z' } };
    expect(sentenceFields({ data })).toMatchObject({ kind: 'stage' });
    expect(factsOf({ type: 'clearline.sla.clock-started.v1', data }, '{{kind}}')).toEqual([
      { name: 'dueAt', value: '2026-01-02T00:00:00Z' },
    ]);
  });

  it('names the stage of a clock by the clock, and tells an old due time from a new one', () => {
    const data = { kind: 'stage', clockId: 'stage:listen', dueAt: '2026-01-02T00:00:00Z' };
    expect(sentenceFields({ data })).toMatchObject({ stage: 'listen' });
    const dueOf = (name: string) => factsOf({ type: `clearline.sla.${name}`, data }, '{{kind}}');
    expect(dueOf('extension-requested.v1')).toEqual([{ name: 'dueWithout', value: data.dueAt }]);
    expect(dueOf('clock-recalculated.v2')).toEqual([{ name: 'dueAnew', value: data.dueAt }]);
  });

  it('calls a triage as major a declaration, or says from which facts it follows, and names a task force', () => {
    const type = 'clearline.case.triaged.v1';
    expect(sentenceName({ type, data: { complaintTier: 'major' } })).toBe('case.declared-major');
    expect(sentenceName({ type, data: { complaintTier: 'basic' } })).toBe('case.triaged');
    const bySystem = { complaintTier: 'major', by: 'system' };
    const ofThreat = { ...bySystem, severity: 'high' };
    expect(sentenceName({ type, data: ofThreat })).toBe('case.major-by-threat');
    const ofLeak = { ...bySystem, severity: 'critical' };
    expect(sentenceName({ type, data: ofLeak })).toBe('case.major-by-severity');
    const chosenBefore = { ...ofThreat, suggestedTier: 'escalated' };
    expect(sentenceName({ type, data: chosenBefore })).toBe('case.declared-major');
    const members = [{ agent: 'a-001', role: 'legal' }];
    const named = { type: 'clearline.case.task-force-named.v1', data: { lead: 's-001', members } };
    expect(factsOf(named, '{{lead}}')).toEqual([{ name: 'members', value: members }]);
  });

  it('says of a stage that was passed over no more than that', () => {
    const type = 'clearline.case.stage-completed.v1';
    expect(sentenceName({ type, data: { skipped: 'overridden by a supervisor' } })).toBe(
      'case.stage-skipped',
    );
    expect(sentenceName({ type, data: {} })).toBe('case.stage-completed');
  });

  it('repeats nothing that its sentence says, and lists the evidence of a stage', () => {
    const data = { stage: 'listen', next: 'establish', evidence: { place: 'north' }, by: 'a-001' };
    const type = 'clearline.case.stage-completed.v1';
    expect(factsOf({ type, data }, '{{stage}} {{next}}')).toEqual([
      { name: 'place', value: 'north' },
    ]);
  });

  it('tells what a survey scored, item by item where it has items', () => {
    const type = 'clearline.case.feedback-noted.v2';
    const told = (data: object) =>
      factsOf({ type, data: { source: 'survey', ...data } }, '{{source}} {{outcome}}');
    expect(told({ outcome: 'csat', score: 2 })).toEqual([{ name: 'score', value: 2 }]);
    const gap = { expected: 7, perceived: 3 };
    expect(told({ outcome: 'servqual', answers: { empathy: gap } })).toEqual([
      { name: 'empathy', value: gap },
    ]);
  });

  it('names the agent before the account, and nobody for what happened by itself', () => {
    const type = 'clearline.case.assigned.v2';
    expect(whoOf({ type, data: { by: 'a-001' }, actor: 'agent' })).toBe('a-001');
    expect(whoOf({ type, data: {}, actor: 'agent' })).toBe('agent');
    expect(whoOf({ type, data: {}, actor: 'timer' })).toBeNull();
    expect(whoOf({ type, data: { by: 'system' }, actor: null })).toBeNull();
  });

  it('names nobody for what a clock or an alert did beside the command of a person', () => {
    const beside = { data: { by: 'a-001' }, actor: 'supervisor' };
    const who = (name: string) => whoOf({ type: `clearline.${name}.v1`, ...beside });
    const ticks = ['sla.warning-reached', 'sla.breached', 'sla.met', 'alert.raised'];
    expect(ticks.map(who)).toEqual([null, null, null, null]);
    expect(who('sla.extension-approved')).toBe('a-001');
    expect(who('alert.acknowledged')).toBe('a-001');
    expect(who('sla.clock-paused')).toBe('a-001');
  });

  it('is marked when it was recorded long after it happened', () => {
    const occurredAt = '2026-01-01T00:00:00Z';
    expect(isBelated({ occurredAt, recordedAt: '2026-01-01T00:00:30Z' })).toBe(false);
    expect(isBelated({ occurredAt, recordedAt: '2026-01-01T01:00:00Z' })).toBe(true);
  });
});
