import { glossary } from '../../texts/glossary.en.js';

/** What follows from a command, told before it is given. */
export const foretold = {
  stage: glossary.stage,
  clock: { ...glossary.clock, stage: 'Stage {{stage}}' },
  and: ', ',
  override: {
    marked: '“{{stage}}” is marked as passed over, and the case goes on to “{{next}}”.',
    ends: 'This clock ends: {{clocks}}.',
    endAll: 'These clocks end: {{clocks}}.',
    endsNone: 'No clock ends with it.',
    stillTold: 'Acknowledgement goes on until somebody has told the customer.',
    resolves: 'This resolves the case',
    resolvesMore:
      '“{{stage}}” is marked as passed over. {{ends}} What comes next is the callback: the customer is asked whether they are satisfied.',
    needNote: 'For “Other”, say in the note what it is',
  },
  snooze: {
    waits:
      'What waits until then: warnings that something is due soon, and the next level of alerts about such warnings. At the end the next level is told, and of each clock that still runs in time the last warning.',
    goesOn:
      'What is told all the same: whatever falls overdue, with all its further levels, and every other cause, such as a threat. Clocks go on.',
    critical: 'Critical cases can not be snoozed.',
    due: '{{clock}} falls due before that, at {{at}}: it is told as overdue then, without another warning before.',
    dueOf:
      '{{number}}: {{clock}} falls due before that, at {{at}}: it is told as overdue then, without another warning before.',
    dueNone: 'No clock that runs now falls due before that.',
    tooMany: 'Of so many cases it is not listed which clocks fall due before that.',
  },
};
