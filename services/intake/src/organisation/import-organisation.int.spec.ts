import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgentDefined, UnitDefined } from '#contracts';
import { createTestDatabase, fakeClock, type FakeClock } from '#testing';
import { openTestIntake, type TestIntake } from '../../test/open-test-intake.js';
import { listDirectory } from './directory.js';
import { importOrganisation } from './import-organisation.js';

let intake: TestIntake<FakeClock>;
let folder: string;
beforeAll(async () => {
  intake = await openTestIntake({
    database: await createTestDatabase(),
    clock: fakeClock('2026-11-23T09:00:00.000Z'),
  });
  folder = await mkdtemp(join(tmpdir(), 'clearline-organisation-'));
});
afterAll(async () => {
  await intake.close();
  await rm(folder, { recursive: true });
});

const header = 'kind,code,nameZh,nameEn,parent,unit,roles,active';
async function load(...lines: string[]) {
  const file = join(folder, 'organisation.csv');
  await writeFile(file, `\ufeff${lines.join('\r\n')}\r\n`);
  return importOrganisation(intake, file);
}
const known = async (code: string) =>
  (await listDirectory(intake.database)).find((entry) => entry.code === code);

describe('an organisation from CSV', () => {
  const lines = [
    header,
    'unit,east-1,东一站,East 1,east,,,',
    'unit,east,东区,East,,,,true',
    'agent,a-7,,,,east-1,agent supervisor,',
    'category,metering,"计量, 抄表",,,,,',
    'product,meter,,Meter,,,,false',
  ];

  it('defines its units, agents, categories and products, parents in any order', async () => {
    expect(await load(...lines)).toEqual({ read: 5, changed: 5 });
    expect(await known('east-1')).toMatchObject({ kind: 'unit', parent: 'east', active: true });
    expect(await known('a-7')).toMatchObject({ unit: 'east-1', roles: ['agent', 'supervisor'] });
    expect(await known('metering')).toMatchObject({
      name: { zh: '计量, 抄表', en: '计量, 抄表' },
    });
    expect(await known('meter')).toMatchObject({ active: false });
  });

  it('changes nothing the second time, and only what differs the third', async () => {
    expect(await load(...lines)).toEqual({ read: 5, changed: 0 });
    expect(await load(header, 'unit,east,东区,Eastern,,,,')).toEqual({ read: 1, changed: 1 });
    expect(await intake.eventsOf(UnitDefined.type)).toHaveLength(3);
    expect(await intake.eventsOf(AgentDefined.type)).toHaveLength(1);
  });

  it.each([
    ['line 2: kind: is none of unit, agent, category, product', 'team,x,,X,,,,'],
    ['line 2: code: Invalid string: must match pattern', 'unit,a b,,X,,,,'],
    ['line 2: nameZh: Too small', 'unit,nameless,,,,,,'],
    ['line 2: active: is neither true nor false', 'unit,x,,X,,,,perhaps'],
    ['line 2: parent: no unit has this code', 'unit,x,,X,nowhere,,,'],
    ['line 2: unit: no active unit has this code', 'agent,a-8,,,,nowhere,agent,'],
    ['line 2: roles: name one or more of agent', 'agent,a-8,,,,east,,'],
    ['line 2: roles: Invalid option', 'agent,a-8,,,,east,boss,'],
    ['line 2: is no CSV', 'unit,x'],
    ['line 2: parent: would be its own ancestor', 'unit,x,,X,x,,,'],
  ])('is refused as a whole with "%s"', async (message, line) => {
    const before = await listDirectory(intake.database);
    await expect(load(header, line, 'unit,fine,,Fine,,,,')).rejects.toThrow(message);
    expect(await listDirectory(intake.database)).toEqual(before);
  });

  it('names columns that are missing or unknown', async () => {
    await expect(load('kind,colour', 'unit,red')).rejects.toThrow(
      /line 1: colour: no such column[^]*line 1: code: the column is missing/,
    );
  });
});
