import { describe, expect, it } from '@jest/globals';
import { remedyOffers } from './remedy-offers.js';

type Remedy = Parameters<typeof remedyOffers>[0];
const offered = (status: Remedy['status'], given?: string) =>
  remedyOffers({ id: 'x', status, answer: given === undefined ? null : { given } }).map(
    ({ command }) => command,
  );

describe('what is offered on a remedy', () => {
  it('is to decide on a proposal, and to record what the customer says once it may be given', () => {
    expect(offered('proposed')).toEqual(['approve-remedy', 'refuse-remedy']);
    expect(offered('offered')).toEqual(['answer-remedy']);
    expect(offered('approved', 'counter-wish')).toEqual(['answer-remedy']);
    expect(offered('offered', 'accepted')).toEqual(['answer-remedy']);
  });

  it('is nothing once somebody of the house or the customer refused it', () => {
    expect(offered('refused')).toEqual([]);
    expect(offered('offered', 'refused')).toEqual([]);
  });
});
