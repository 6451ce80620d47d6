/** Outcomes of callbacks and questions of surveys. */
export const contactTexts = {
  outcome: {
    reached: 'reached',
    refused: 'refused',
    unreachable: 'unreachable',
    filtered: 'not to be called',
    'awaiting-reply': 'awaiting a reply',
    'in-progress': 'in progress',
    expired: 'too late to call',
  },
  outcomeWhen: {
    reached: 'they answered, and you talked it through',
    refused: 'they answered, and did not want to talk',
    unreachable: 'nobody answered, switched off, wrong number',
    filtered: 'e.g. registered as do-not-disturb',
    'awaiting-reply': 'you left word, and wait for their answer',
    'in-progress': 'begun or arranged; you call again',
    expired: 'nobody calls again',
  },
  survey: {
    csat: 'Satisfaction',
    nps: 'Recommendation',
    ces: 'Effort',
    csatQuestion: 'Satisfied with the outcome? 1 not at all, 5 very',
    npsQuestion: 'Would recommend us? 0 never, 10 surely',
    cesQuestion: 'How much effort was it? 1 none, 7 very much',
  },
};
