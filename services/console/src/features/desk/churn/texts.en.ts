/** Texts of how likely a customer is to leave. */
export const churn = {
  title: 'Likely to leave',
  level: {
    none: 'no sign of it',
    watch: 'watch',
    warning: 'warning',
    critical: 'critical',
  },
  because: 'Because: {{reasons}}',
  separator: '; ',
  hidden: 'Whether the customer is likely to leave rests on cases of other units.',
  unknown: 'Whether the customer is likely to leave is not known now.',
  factor: {
    'threat-leave': 'threatened to leave',
    'threat-regulator': 'threatened to go to the regulator',
    'threat-media': 'threatened to go to the media',
    'threat-legal': 'threatened to sue',
    'repeat-complaint': 'complained of the same again',
    'sla-breached': 'was not served by the promised time',
    reopened: 'had a case opened again',
    'low-score': 'gave a low score',
    'callback-dissatisfied': 'was not content when called back',
    'remedy-refused': 'refused what was offered',
    'callback-refused': 'refused to be called back',
    'callback-unreachable': 'was not reached when called back',
    'valued-customer': 'is a customer of value',
  },
};
