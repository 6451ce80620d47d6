import { describe, expect, it } from '@jest/globals';
import { isNoConflict } from './beside.js';

const did = (type: string, actor: string | null = 'agent') => ({
  type: `clearline.${type}`,
  actor,
});
const ticks = [did('sla.warning-reached.v1', 'timer'), did('alert.raised.v4', 'timer')];
const isNone = (command: string, changes: ReturnType<typeof did>[], unknown = 0) =>
  isNoConflict(command, changes, { written: 3, latest: 3 + changes.length + unknown });

describe('what happened to a case while a form was open', () => {
  it('is no conflict where the clocks of the system ticked, whatever is commanded', () => {
    for (const command of ['complete-stages', 'record-contact', 'transfer', 'close'])
      expect(isNone(command, ticks)).toBe(true);
    expect(isNone('complete-stages', [did('sla.breached.v1', null)])).toBe(true);
  });

  it('is none where it touches neither stage, owner, unit nor evidence', () => {
    const beside = [did('case.note-added.v1'), did('alert.acknowledged.v1'), ...ticks];
    expect(isNone('complete-stages', beside)).toBe(true);
    expect(isNone('assign', [did('case.contact-recorded.v2')])).toBe(true);
    expect(isNone('assign', [did('case.order-answered.v1')])).toBe(true);
  });

  it('is one where somebody moved the case, kept evidence of it, or changed a clock', () => {
    for (const type of ['case.assigned.v2', 'case.evidence-added.v1', 'sla.extension-approved.v1'])
      expect(isNone('complete-stages', [...ticks, did(type)])).toBe(false);
  });

  it('is one where somebody did what is commanded, or a case is ended over what people did', () => {
    expect(isNone('record-contact', [did('case.contact-recorded.v2')])).toBe(false);
    expect(isNone('add-note', [did('case.note-added.v1')])).toBe(false);
    expect(isNone('drop-order', [did('case.order-answered.v1')])).toBe(false);
    expect(isNone('co-handle', [did('case.order-given.v1')])).toBe(false);
    expect(isNone('close', [did('case.contact-recorded.v2')])).toBe(false);
  });

  it('is one where not all of it is known', () => {
    expect(isNone('complete-stages', [])).toBe(false);
    expect(isNone('complete-stages', ticks, 1)).toBe(false);
  });
});
