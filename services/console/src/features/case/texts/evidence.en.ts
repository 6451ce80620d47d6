/** What is said of the evidence that stages ask for. */
export const evidence = {
  title: 'Stages',
  hint: 'What the case knows already is filled in: confirm it, and add the rest. From the present stage on, those that lack nothing are completed together, as far as you opened or added to them; the button says which.',
  now: 'now',
  completes: 'Complete stages: {{stages}}',
  complete: 'complete',
  lacking: 'lacks {{count}}',
  atItsEnd:
    'That the customer knows it was taken up counts once this stage ends: the clock of the acknowledgement runs until then.',
  needed: 'Needed before this stage can end',
  filled: 'Filled in',
  given: 'Recorded already: leave it as it is',
  confirm: 'Taken from the complaint: confirm or correct it',
  lacks: '“{{stage}}” cannot end without it: fill it in',
  notTicked: '“{{stage}}” cannot end before this is done: tick it',
  missing: 'Still missing',
  waived: 'ended without evidence',
  first: 'To be recorded on the case first: {{names}}',
};
