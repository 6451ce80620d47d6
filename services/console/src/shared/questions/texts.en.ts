import { glossary } from '../../texts/glossary.en.js';

/** Texts of answering a question, wherever that is done. */
export const questions = {
  answering: 'Answer the question',
  wordingFor: 'Wording for tier {{tier}}',
  caller: 'Customer: {{name}}, {{phone}}, {{tier}}',
  noName: 'no name',
  noPhone: 'no phone',
  noCustomer: 'No name or phone was left: nobody can be called back.',
  told: 'The customer was told by',
  confirm: 'The customer has the answer',
  kept: 'Noted: the customer has the answer',
  tiers: glossary.tier,
  channelNames: glossary.channel,
};
