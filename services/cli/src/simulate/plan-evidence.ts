import {
  apologies,
  facts,
  offers,
  places,
  preventions,
  remedies,
  resolutions,
  restatements,
  rootCauses,
} from './hotline-texts.js';
import type { SeededRandom } from './seeded-random.js';

/** What agents note for each stage of CLEAR, complete for a complaint that named its unit and product. */
export const simulatedEvidence = {
  control: (random: SeededRandom) => ({
    acknowledged: true,
    emotionLevel: random.between(1, 5),
  }),
  /** @param happenedAt ISO instant */
  listen: (random: SeededRandom, happenedAt: string) => ({
    facts: random.pick(facts),
    happenedAt,
    place: random.pick(places),
    remedySought: random.pick(remedies),
  }),
  establish: (random: SeededRandom) => ({
    restatement: random.pick(restatements),
    confirmed: true,
  }),
  apologise: (random: SeededRandom) => ({
    apology: random.pick(apologies),
    apologyChannel: 'phone',
    remedyOffered: random.pick(offers),
  }),
  resolve: (random: SeededRandom) => ({
    resolution: random.pick(resolutions),
    remedyCost: random.between(0, 9) * 20,
    rootCause: random.pick(rootCauses),
    preventiveAction: random.pick(preventions),
    customerTold: true,
  }),
};

/** Of a call that solves the complaint: everything but what the hotline itself must find out. */
export function firstCallEvidence(random: SeededRandom, happenedAt: string) {
  return {
    control: simulatedEvidence.control(random),
    listen: simulatedEvidence.listen(random, happenedAt),
    establish: simulatedEvidence.establish(random),
    apologise: simulatedEvidence.apologise(random),
  };
}
