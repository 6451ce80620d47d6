import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ServiceRuntime } from '#eventing';
import { createLogger, newId } from '#platform';
import { createTestDatabase, fakeClock, type FakeClock } from '#testing';
import { openTestIntake, type TestIntake } from '../../test/open-test-intake.js';
import { IntakeUpkeep } from '../intake-upkeep.js';
import { keepPartyPhone } from './party-phone-rows.js';

let intake: TestIntake<FakeClock>;
let upkeep: IntakeUpkeep;
beforeAll(async () => {
  intake = await openTestIntake({
    database: await createTestDatabase(),
    clock: fakeClock('2026-11-28T09:00:00.000Z'),
  });
  const logger = createLogger('intake', { level: 'silent' });
  upkeep = new IntakeUpkeep({ ...intake, logger } as unknown as ServiceRuntime);
});
afterAll(() => intake?.close());

const anId = () => newId(intake.clock.now());
const phones = async () =>
  (
    await intake.database.query<{ phone: string }>('SELECT phone FROM party_phones ORDER BY phone')
  ).map(({ phone }) => phone);

/** Of a case of this customer, as its event brings it. */
async function keep(
  customerId: string,
  phone: string,
  party = { caseId: anId(), partyId: anId() },
) {
  await intake.database.transaction(async (tx) => {
    const [sealed] = await intake.keys.seal(tx, customerId, [phone]);
    await keepPartyPhone(tx, party, phone, sealed!.keyId);
  });
  return party;
}

it("a party's phone goes with the customer of the case, and no other one does", async () => {
  const [erased, other] = [anId(), anId()];
  await keep(erased, '13900000001');
  await keep(other, '13900000002');
  const party = await keep(erased, '13900000003');
  await keep(other, '13900000004', party);
  await upkeep.forget();
  expect(await phones()).toEqual(['13900000001', '13900000002', '13900000004']);
  await intake.database.transaction((tx) => intake.keys.erase(tx, erased));
  await upkeep.forget();
  expect(await phones()).toEqual(['13900000002', '13900000004']);
});
