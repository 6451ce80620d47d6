import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { open, received } from '../../test/given-case.js';
import { CaseModel } from '../../test/model/case-model.js';
import { complaints, moves } from '../../test/model/case-moves.js';
import { CaseStep } from '../../test/model/case-step.js';
import type { Played } from '../../test/model/case-step.js';
import { checkCase, checkEvents } from '../../test/model/check-case.js';
import { RealCase } from '../../test/model/real-case.js';
import type { CaseCommand } from './case-command.js';

/** The gate asks for more of them than `npm test`. */
const sequences = Number(process.env['CLEARLINE_MODEL_SEQUENCES'] ?? 500);

describe('whatever is asked of a case, in whatever order', () => {
  it(`does what a simple model of it does, in ${sequences} sequences of commands`, () => {
    const steps = fc.commands([moves.map((move) => new CaseStep(move))], {
      maxCommands: 40,
      size: 'max',
    });
    fc.assert(
      fc.property(complaints, steps, (changes, commands) => {
        const opening = open(changes) as Extract<CaseCommand, { type: 'open' }>;
        const real = new RealCase();
        real.send(opening, received);
        const model = new CaseModel(opening.complaint);
        const watched = { consumed: new Map<string, number>() };
        const played: Played = { model, receivedAt: received, now: received, watched };
        checkCase(model, real, received, watched);
        fc.modelRun(() => ({ model: played, real }), commands);
        checkEvents(model, real, played.now);
      }),
      { numRuns: sequences },
    );
  }, 600_000);
});
