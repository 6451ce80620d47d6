import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fakeClock } from '#testing';
import { openTestEscalation } from '../../test/open-test-escalation.js';
import { requireOtherDesk } from './check-desk.js';

let escalation: Awaited<ReturnType<typeof openTestEscalation>>;
beforeAll(async () => {
  escalation = await openTestEscalation(fakeClock());
  await escalation.database.query(`insert into directory (kind, code, parent, active) values
    ('unit', 'hq', null, true), ('unit', 'north', 'hq', true), ('unit', 'yard', 'north', true),
    ('unit', 'south', 'hq', true), ('unit', 'gone', 'hq', false)`);
  await escalation.database.query(`insert into agents (id, unit, active) values
    ('top', 'hq', true), ('north', 'north', true), ('yard', 'yard', true), ('none', null, true)`);
}, 120_000);
afterAll(() => escalation?.close(), 60_000);

const tried = (accused: string, desk: string) =>
  escalation.database.transaction((tx) => requireOtherDesk(tx, accused, desk));

describe('the desk that supervises who is accused', () => {
  it('is neither their own unit nor beneath it, and the refusal names those that fit, above first', async () => {
    const errors = (desk: string) => [
      {
        ...{ path: 'desk', rule: 'own-unit' },
        message: `${desk} is the unit of north or beneath it: name another one, as hq, south`,
      },
    ];
    for (const desk of ['north', 'yard']) {
      await expect(tried('north', desk)).rejects.toMatchObject({ errors: errors(desk) });
    }
  });

  it.each([
    ['above it', 'yard', 'north'],
    ['beside it', 'north', 'south'],
    ['any, where nobody knows their unit', 'none', 'north'],
    ['their own, where the whole house lies beneath it', 'top', 'hq'],
  ])('is %s', async (_which, accused, desk) => {
    await expect(tried(accused, desk)).resolves.toBeUndefined();
  });
});
