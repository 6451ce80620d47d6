/** Texts of a complaint that is filed while another screen is open. */
export const filing = {
  is: {
    retrying: 'A complaint is not filed yet: the server does not answer, it is tried again',
    refused: 'A complaint was not filed',
    filed: 'The complaint was filed meanwhile',
  },
  short: {
    retrying: 'Filing …',
    refused: 'Not filed',
    filed: 'Filed',
  },
  tries: 'The server does not answer; tries so far: {{count}}',
  once: 'Each try carries the same key: the complaint is filed once.',
  stop: 'Stop trying',
  stillThere: 'What was taken down is still at the desk.',
  desk: 'To the desk',
  number: 'Filed under number',
  close: 'Close',
};
