// Citizens' messages by their numbers in the public file; their texts stay where they are. What each is
// about was judged by reading its subject: ten of a category teach, fifty others ask.
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

const teaching = {
  school: [47629, 133321, 19637, 47673, 114604, 45546, 44526, 30124, 136078, 120872],
  insurance: [63851, 92194, 16673, 93031, 39559, 140496, 88488, 84659, 92020, 23852],
  transport: [24575, 20460, 7175, 6815, 33281, 9616, 40892, 17879, 18763, 8394],
  nuisance: [17011, 19974, 110498, 6470, 33978, 9845, 44289, 16581, 36516, 124045],
  homes: [17367, 24559, 17373, 80139, 114383, 35688, 74247, 95406, 103903, 82186],
  roads: [140785, 20391, 17701, 24617, 16426, 140021, 132461, 17570, 37638, 35462],
  driving: [33149, 41496, 42092, 35717, 103744, 33705, 41549, 132042, 117369, 7582],
  residence: [4443, 25488, 25526, 17541, 17897, 74464, 16667, 106088, 37785, 100251],
};
const asking = {
  school: [17372, 139400, 108184, 27326, 96929, 47549, 8613, 24670, 9098, 17745],
  insurance: [74386, 168110, 27411, 35507, 84864, 44631],
  transport: [26088, 7625, 5187, 6052],
  nuisance: [44237, 33701, 29685, 95913, 75111, 93338, 32836, 83000],
  homes: [35585, 97912, 91361, 17105, 41769, 3978, 27829, 22991],
  roads: [131289, 19004, 68420, 133526, 29469, 5639, 24673],
  driving: [140162, 105661, 33695, 90348, 12152],
  residence: [23820, 92220],
};

/** @returns undefined without the data */
export async function publicMessages() {
  const folder = process.env.CLEARLINE_TEST_DATA;
  if (!folder) return undefined;
  const file = createReadStream(join(folder, 'zh-gov-messages-with-replies.csv.gz'));
  const rows = await file
    .pipe(createGunzip())
    .pipe(parse({ bom: true, columns: true }))
    .toArray();
  const byNumber = new Map(rows.map((row) => [Number(row['留言编号']), row]));
  const of = (numbers) =>
    Object.entries(numbers).flatMap(([category, ids]) =>
      ids.flatMap((id) => {
        const row = byNumber.get(id);
        return row ? [{ id, category, text: `${row['留言主题']}\n${row['留言详情'].trim()}` }] : [];
      }),
    );
  return { teach: of(teaching), ask: of(asking) };
}
