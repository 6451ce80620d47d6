/** What is said of the clocks of a case. */
export const clocks = {
  title: 'Clocks',
  none: 'No clock runs',
  ofStage: 'Stage {{stage}}',
  departmentEnds:
    'Goes on after it is accepted: it ends when the case is resolved, handed back or transferred on',
  order: '{{kind}}: {{unit}} still has to answer',
  orderSet: 'Set by {{who}} with the order at {{at}}; all hours count',
  next: 'due next',
  overdueFirst: 'overdue first',
  passedOver: 'passed over, without evidence',
  passedOverMeans:
    'The stage was ended without its evidence, and its clock stopped with it: nothing shows that the work was done.',
  used: '{{share}} % used',
  reckoned:
    'Counted time used: {{used}} of {{budget}}, {{share}} %. Only time that counts by this calendar is in it; how long is left, and for how long it is overdue, is told in all hours, day and night.',
  reckonedOn:
    'Counted time used so far: {{used}} of {{budget}}, that is {{over}} too much. It was due with {{counted}} counted; the last row below is what followed. Only time that counts by this calendar is in it; for how long it is overdue is told in all hours, day and night, in that row too.',
  lateSoFar: 'After it was due, until now: overdue by {{span}} in all hours',
  lateUntilStopped: 'After it was due, until it stopped: overdue by {{span}} in all hours',
  ruleNamed: 'the rule “{{rule}}”',
  bar: '{{name}}: {{share}} % of its time used',
  due: 'Due',
  why: 'Why is it due then?',
  whyTitle: '{{name}}: why is it due then?',
  by: 'By {{rule}} and the working hours of the calendar “{{calendar}}”; times below are in {{zone}}',
  calendar: '{{name}}, version {{version}}',
  versions: 'Policy version {{version}}, calendar {{calendar}}',
  printFor: { customer: 'Print for the customer', staff: 'Print for staff' },
  from: 'From',
  to: 'To',
  span: 'From – to',
  what: 'What it was',
  counted: 'Counted',
  total: 'In all',
  more: 'Show ended clocks ({{count}})',
  fewer: 'Hide ended clocks',
};
