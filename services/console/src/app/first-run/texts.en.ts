/** Texts of what a newcomer to a demo is told. */
export const firstRun = {
  title: 'What you see here',
  about:
    'A hotline’s complaints, each under clocks that say what is due when, and why. This is a demo: simulated customers complain as you watch, {{perMinute}} a minute on average, and everything on the screen follows by itself.',
  putAway: 'Got it, do not show this again',
  away: 'Close the guide',
  openCase: 'Open case {{number}}',
  waiting: 'The first case opens in a moment …',
  why: {
    admin: 'One of the most urgent overdue cases, as its supervisor meets it.',
    manager: 'One of the most urgent overdue cases when this page was opened.',
    supervisor:
      'One of the most urgent overdue cases when this page was opened: somebody has to step in.',
    next: 'The case that came first when this page was opened: overdue ones before those due next.',
  },
  clocks:
    'See its clocks: how much of each is used, and under “Why is it due then?” every minute that counted.',
  tryIt: {
    admin:
      'Try: under Administration change a time limit of the policy and see what it would have meant before you publish it.',
    manager: 'Try: on the reports, choose a month and open the cases behind a figure.',
    supervisor:
      'Try: on the board take an alert on with its button, then give the case to somebody else.',
    agent:
      'Try: on the desk write down a complaint as a customer would say it; watch what is found while you type.',
    bi: 'Try: open a report, click a bar, and read the cases behind it.',
  },
  go: {
    admin: 'To the policies',
    manager: 'To the reports',
    supervisor: 'To the board',
    agent: 'To the desk',
    bi: 'To the reports',
  },
};
