// Category suggestions: what the model that the product asks learns from closed cases, over those closed later.
import { median, report, round } from './harness/results.mjs';
import { learner } from './triage/learner.mjs';
import { madeCases } from './triage/made-cases.mjs';
import { answersTo, markdownOf } from './triage/public-answers.mjs';
import { publicMessages } from './triage/public-messages.mjs';

const count = Number(process.env.BENCH_CASES ?? 20_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);

/** Shares of `cases` that are right among the first three and at once, judged by their labels as they are. */
function measure(model, cases) {
  const suggested = cases.map(({ text }) => model.suggest(text));
  const share = (isRight) => round(cases.filter(isRight).length / cases.length, 3);
  const sure = suggested.flatMap(([first], index) =>
    first && first.confidence >= 0.8 ? [first.category === cases[index].label] : [],
  );
  return {
    top3: share(({ label }, index) => suggested[index].some(({ category }) => category === label)),
    top1: share(({ label }, index) => suggested[index][0]?.category === label),
    /** What the text was truly about, mislabelled or not. */
    top1OfTruth: share(({ truth }, index) => suggested[index][0]?.category === truth),
    sure: round(sure.length / cases.length, 3),
    sureAndRight: round(sure.filter(Boolean).length / sure.length, 3),
  };
}

/** Nothing but how often each category was: its three most frequent ones, for every text. */
function majority(learned, asked) {
  const counts = new Map();
  for (const { label } of learned) counts.set(label, (counts.get(label) ?? 0) + 1);
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const share = (known) => asked.filter(({ label }) => known.includes(label)).length / asked.length;
  return { one: round(share(names.slice(0, 1)), 3), three: round(share(names.slice(0, 3)), 3) };
}

const messages = await publicMessages();
const answers = messages && answersTo(messages);
if (process.argv.includes('--markdown')) {
  console.log(answers ? markdownOf(answers) : 'CLEARLINE_TEST_DATA is not set');
  process.exit(answers ? 0 : 2);
}

const results = [];
for (let i = 1; i <= rounds; i += 1) {
  const cases = madeCases(count, i);
  const learned = cases.slice(0, Math.floor(cases.length * 0.7));
  const asked = cases.slice(learned.length);
  const baseline = majority(learned, asked);
  const model = learner();
  let at = 0;
  for (const share of [0.001, 0.005, 0.02, 0.1, 0.3, 1]) {
    for (const upTo = Math.ceil(learned.length * share); at < upTo; at += 1) {
      model.teach(learned[at].text, learned[at].label);
    }
    results.push({
      round: i,
      taught: at,
      ...measure(model, asked),
      majority: baseline.one,
      majority3: baseline.three,
    });
  }
}
const last = results.filter(({ taught }) => taught === Math.floor(count * 0.7));
const summary = {
  top3: median(last.map(({ top3 }) => top3)),
  top3OverMajority: round(median(last.map(({ top3, majority }) => top3 / majority)), 2),
  /** Three guesses against three guesses. */
  top3OverMajority3: round(median(last.map(({ top3, majority3 }) => top3 / majority3)), 2),
  top1OverMajority: round(median(last.map(({ top1, majority }) => top1 / majority)), 2),
};

if (answers) {
  for (const { id, category, suggestions } of answers) {
    const said = suggestions[0].terms.map(({ term, weight }) => `${term} ${weight.toFixed(1)}`);
    const names = suggestions.map((one) => `${one.category} ${one.confidence.toFixed(2)}`);
    console.log(`${id} | ${category} | ${names.join(', ')} | ${said.join(', ')}`);
  }
  summary.publicMessages = answers.length;
  summary.publicTop1 = answers.filter(({ place }) => place === 1).length;
  summary.publicTop3 = answers.filter(({ place }) => place > 0).length;
} else {
  console.error('CLEARLINE_TEST_DATA is not set: the public messages are left out');
}
report('triage', {
  rounds: results,
  summary,
  limits: { top3OverMajority: { atLeast: 2 }, top1OverMajority: { atLeast: 2 } },
});
