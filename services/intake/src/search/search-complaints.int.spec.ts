import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, fakeClock, type FakeClock } from '#testing';
import { openTestIntake, type TestIntake } from '../../test/open-test-intake.js';
import { addFacts, amendComplaint } from '../changes/change-complaint.js';
import { byBeginning, byPhone, byWords, findByText } from '../customers/find-by-text.js';
import { registerCustomer } from '../customers/register-customer.js';
import { readFiling } from '../filing/read-filing.js';
import { planSearch } from './plan-search.js';
import type { SearchPart } from './search-part.js';
import { searchComplaints } from './search-complaints.js';

const actor = { kind: 'user' as const, name: 'agent' };
let intake: TestIntake<FakeClock>;
beforeAll(async () => {
  intake = await openTestIntake({
    database: await createTestDatabase(),
    clock: fakeClock('2026-11-23T09:00:00.000Z'),
  });
  await file({ name: '张伟', phone: '+86 138 0013 8000' }, '燃气账单重复扣费，A座 12 楼', 'CRM-7');
  await file({ name: '张伟强', phone: '13912348000' }, '水费账单没有收到', 'CRM-8');
  await file({ name: 'Ann Lee', phone: '021-5555 0100' }, 'The bill is wrong', undefined);
  await file({ anonymous: true }, '气味很大，单元门口', undefined);
});
afterAll(() => intake.close());

async function file(customer: object, statement: string, externalId?: string): Promise<void> {
  const complaint = { channel: 'phone', category: 'unclassified', customer, statement, externalId };
  const filing = readFiling('complaint', complaint, { actor, scope: 'test' }, intake.clock.now());
  expect((await intake.writer.submit(filing)).status).toBe(201);
  intake.clock.advance(1_000);
}
const page = (q: string, more = {}) => searchComplaints(intake.database, { q, limit: 50, ...more });
const found = async (q: string) => (await page(q)).items.map(({ statement }) => statement[0]);

describe('search', () => {
  it('finds one to four characters that stand together, newest first', async () => {
    expect(await found('单')).toEqual(['气', '水', '燃']);
    expect(await found('账单')).toEqual(['水', '燃']);
    expect(await found('账单重')).toEqual(['燃']);
    expect(await found('重复扣费')).toEqual(['燃']);
    expect(await found('费，A座')).toEqual(['燃']);
    expect(await found('单账')).toEqual([]);
    expect(await found('费重复')).toEqual([]);
  });

  it('finds a phone however it is written, and by its last four digits', async () => {
    expect(await found('8000')).toEqual(['水', '燃']);
    for (const phone of ['13800138000', '+86 138-0013-8000', '0086 (138) 00138000']) {
      expect(await found(phone)).toEqual(['燃']);
    }
    expect(await found('5555 0100')).toEqual(['T']);
    expect(await found('23800138000')).toEqual([]);
  });

  it('finds names from their beginning, ids of elsewhere and case numbers', async () => {
    expect(await found('张伟')).toEqual(['水', '燃']);
    expect(await found('张伟强')).toEqual(['水']);
    expect(await found('ann')).toEqual(['T']);
    expect(await found('a%')).toEqual([]);
    expect(await found('CRM-7')).toEqual(['燃']);
    const [first] = (await page('CRM-7')).items;
    expect(await found(first!.number)).toEqual(['燃']);
  });

  it('finds words of letters from their beginning, whatever their case, in what was said and in names', async () => {
    expect(await found('bill')).toEqual(['T']);
    expect(await found('BIL')).toEqual(['T']);
    expect(await found('ill')).toEqual([]);
    expect(await found('lee')).toEqual(['T']);
  });

  it('finds what several terms fit together, in any order', async () => {
    for (const q of ['0100 bill', 'wrong bill', 'lee wrong', 'Ann 55550100', '8000 重复 CRM-7']) {
      expect([q, await found(q)]).toEqual([q, [q.startsWith('8') ? '燃' : 'T']]);
    }
    expect(await found('8000 账单')).toEqual(['水', '燃']);
    expect(await found('水费 没有')).toEqual(['水']);
    expect(await found('0100 账单')).toEqual([]);
    expect(await found('bill nobody')).toEqual([]);
    const { number } = (await page('CRM-7')).items[0]!;
    expect(await found(`重复 ${number}`)).toEqual(['燃']);
  });

  it('goes on behind the last one of a page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await page('单', { limit: 1, cursor });
      expect(items).toHaveLength(1);
      seen.push(items[0]!.statement[0]!);
      cursor = next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['气', '水', '燃']);
  });

  it('narrows texts down to characters side by side and loses none that holds them', async () => {
    const fitting = (q: string, what: (part: SearchPart) => string) => {
      const part = planSearch(q).find(({ where }) => where.startsWith('strpos'))!;
      return intake.database.query(
        `select statement from complaints c where ${what(part)} and $1::text is not null`,
        part.values,
      );
    };
    const texts = await intake.database.query<{ statement: string }>(
      'select statement from complaints',
    );
    const pieces = texts.flatMap(({ statement }) =>
      Array.from(statement, (_, at) =>
        [1, 2, 3, 4].map((length) => statement.slice(at, at + length)),
      ),
    );
    for (const q of new Set(pieces.flat().filter((piece) => /[㐀-鿿]/u.test(piece)))) {
      const lost = await fitting(q, ({ where, narrowed }) => `${where} and not (${narrowed!})`);
      expect({ q, lost }).toEqual({ q, lost: [] });
    }
    expect(await fitting('单账', ({ narrowed }) => narrowed!)).toEqual([]);
    expect(await fitting('账单', ({ narrowed }) => narrowed!)).toHaveLength(2);
  });

  it('looks texts and phones up by index', async () => {
    await intake.database.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      await tx.query('set local enable_indexscan = off');
      const planOf = async (sql: string) => JSON.stringify(await tx.query(`explain ${sql}`));
      const planned = async (q: string, of: string) => {
        const isOf = of.startsWith('customers') ? 'customer' : 'complaint';
        const isWord = of === 'complaints c, customers k';
        const part = planSearch(q).findLast((one) => isWord || one.of === isOf)!;
        const { where, narrowed = where, values } = part;
        return planOf(`select 1 from ${of} where ${narrowed.replaceAll('$1', `'${values[0]}'`)}`);
      };
      expect(await planned('账单', 'complaints c')).toContain('complaints_neighbours');
      expect(await planned('账', 'complaints c')).toContain('complaints_neighbours');
      expect(await planned('8000', 'customers k')).toContain('customers_last_four');
      expect(await planned('8000', 'complaints c')).toContain('party_phones_last_four');
      expect(await planned('张伟', 'customers k')).toContain('customers_name');
      const ofWord = await planned('bill', 'complaints c, customers k');
      expect(ofWord).toContain('complaints_words');
      expect(ofWord).toContain('customers_name_words');
    });
  });
});

describe('customers by what is known of them', () => {
  const names = async (q: string, limit = 6) =>
    (await findByText(intake.database, q, limit)).map(({ name }) => name);
  beforeAll(async () => {
    for (const [name, phone] of [
      ['司马相如', '13677774321'],
      ['Emma Lee', '+44 20 7946 4321'],
      ['a_b%', '13677775555'],
    ] as const) {
      await intake.database.transaction((tx) =>
        registerCustomer(tx, intake, { name, phone }, {}, intake.clock.now()),
      );
      intake.clock.advance(1_000);
    }
  });

  it('are found though they never complained, by the end of a phone or a whole one', async () => {
    expect(await names('4321')).toEqual(['Emma Lee', '司马相如']);
    expect(await names('４３２１')).toEqual(['Emma Lee', '司马相如']);
    expect(await names('+86 136-7777-4321')).toEqual(['司马相如']);
    expect(await names('4321', 1)).toEqual(['Emma Lee']);
    expect(await names('4320')).toEqual([]);
  });

  it('are found by the beginning of a name, or of its words in letters, in the order of names', async () => {
    expect(await names('司马')).toEqual(['司马相如']);
    expect(await names('张伟')).toEqual(['张伟', '张伟强']);
    expect(await names('LEE')).toEqual(['Ann Lee', 'Emma Lee']);
    expect(await names('lee emma')).toEqual(['Emma Lee']);
    expect(await names('emma l')).toEqual(['Emma Lee']);
    expect(await names('相如')).toEqual([]);
    expect(await names('a_b%')).toEqual(['a_b%']);
    expect(await names('a%')).toEqual([]);
  });

  it('are looked up by index', async () => {
    await intake.database.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      await tx.query('set local enable_indexscan = off');
      const planned = async (sql: string, value: string) => {
        const asked = sql.replaceAll('$1', `'${value}'`).replaceAll('$2', '6');
        return JSON.stringify(await tx.query(`explain ${asked}`));
      };
      expect(await planned(byPhone('4321'), '4321')).toContain('customers_last_four');
      expect(await planned(byPhone('13677774321'), '13677774321')).toContain('customers_last_four');
      expect(await planned(byBeginning, '司马%')).toContain('customers_name');
      expect(await planned(byWords, 'lee:*')).toContain('customers_name_words');
    });
  });
});

describe('what was said later', () => {
  const changer = () => ({ by: 'agent', headers: {}, now: intake.clock.now() });
  let id: string;
  beforeAll(async () => {
    await file({ anonymous: true }, '水压不足，五楼', 'CRM-9');
    id = (await page('CRM-9')).items[0]!.complaintId;
    for (const text of ['昨晚又停水，meter A12 坏了', '邻居也没有热水']) {
      const facts = { channel: 'phone' as const, text };
      await intake.database.transaction((tx) => addFacts(tx, intake, id, facts, changer()));
    }
  });

  it('is found like what was said first, alone and together with it', async () => {
    for (const q of ['停水', '又停', '停', 'meter', 'METE', '邻居 停水', '五楼 停水', 'a12 水压']) {
      expect([q, await found(q)]).toEqual([q, ['水']]);
    }
    for (const q of ['水停', 'eter', '停水 账单', '坏了邻居']) {
      expect([q, await found(q)]).toEqual([q, []]);
    }
  });

  it('is found as it was put right, and no more as it was keyed', async () => {
    const amended = { statement: '水压太低，五楼', reason: 'mis-keyed' as const };
    await intake.database.transaction((tx) => amendComplaint(tx, intake, id, amended, changer()));
    expect(await found('太低')).toEqual(['水']);
    expect(await found('不足')).toEqual([]);
    expect(await found('太低 停水')).toEqual(['水']);
  });

  it('is looked up by index', async () => {
    await intake.database.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      await tx.query('set local enable_indexscan = off');
      const planned = async (q: string, from: string, of: (part: SearchPart) => boolean) => {
        const { narrowed, values } = planSearch(q).find(of)!;
        const where = narrowed!.replaceAll('$1', `'${values[0]}'`);
        return JSON.stringify(await tx.query(`explain select 1 from ${from} where ${where}`));
      };
      const isAdded = ({ where }: SearchPart) => where.startsWith('coalesce');
      const ofCharacters = await planned('停水', 'complaints c', isAdded);
      expect(ofCharacters).toContain('complaint_facts_neighbours');
      const isTerms = ({ narrowed }: SearchPart) => narrowed?.includes('said_words') === true;
      const ofWord = await planned('meter', 'complaints c, customers k', isTerms);
      expect(ofWord).toContain('complaint_facts_words');
    });
  });
});
