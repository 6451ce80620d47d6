import { describe, expect, it } from '@jest/globals';
import { factsOf } from './entry-facts.js';
import { withPassedStages } from './passed-stages.js';

const occurredAt = '2026-03-02T02:00:00.000Z';
const entry = (name: string, data: object, at = occurredAt) => ({
  ...{ type: `clearline.${name}.v1`, data: { ...data }, occurredAt: at },
});
const overridden = entry('case.stage-overridden', { stage: 'control' });
const passed = entry('case.stage-completed', { stage: 'control', next: 'listen', skipped: 'why' });
const met = entry('sla.met', { kind: 'stage', clockId: 'stage:control' });

describe('a stage that was ended without its evidence', () => {
  it('is told once, with its clock that stopped', () => {
    const told = withPassedStages([overridden, passed, met]);
    expect(told).toHaveLength(1);
    expect(factsOf(told[0]!, '{{stage}}')).toEqual([
      { name: 'passedOver', value: 'clock-stopped' },
    ]);
  });

  it('says that the case was resolved by the end of its last stage', () => {
    const last = entry('case.stage-overridden', { stage: 'resolve' });
    const ended = entry('case.stage-completed', { stage: 'resolve', skipped: 'why' });
    const told = withPassedStages([last, ended, entry('case.resolved', {})]);
    expect(factsOf(told[0]!, '{{stage}}')).toEqual([
      { name: 'passedOver', value: 'case-resolved' },
    ]);
  });

  it('takes nothing along that happened otherwise', () => {
    const others = [
      entry('sla.met', { kind: 'stage', clockId: 'stage:control' }, '2026-03-02T03:00:00.000Z'),
      entry('sla.met', { kind: 'stage', clockId: 'stage:listen' }),
      entry('sla.met', { kind: 'ownership', clockId: 'ownership' }),
      entry('sla.stopped-late', { kind: 'stage', clockId: 'stage:control' }),
      entry('case.stage-completed', { stage: 'control', next: 'listen' }),
    ];
    expect(withPassedStages([overridden, ...others])).toEqual([overridden, ...others]);
    expect(withPassedStages([met, passed])).toEqual([met, passed]);
  });
});
