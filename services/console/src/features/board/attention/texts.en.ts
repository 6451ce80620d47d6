/** Texts of how alerts are announced, on whichever screen. */
export const attention = {
  is: {
    sound: 'Sound and notifications: sound is on',
    desktop: 'Sound and notifications: notifications only',
    quiet: 'Sound and notifications: both are off',
  },
  log: 'New alerts',
  sound: 'Sound',
  desktop: 'Desktop notifications',
  test: 'Self-test',
  testSound: 'Play the sound',
  testDesktop: 'Show a notification',
  heard: 'Heard nothing? Check the volume of this machine and whether this tab is muted.',
  seen: 'Seen nothing? Check the notifications of the browser and of the system, and its do-not-disturb mode.',
  testTitle: 'Clearline: a test',
  testBody: 'Alerts are announced like this.',
  soundReady: 'The sound works in this tab.',
  soundBlocked: 'The browser plays no sound before you have clicked or typed in this tab.',
  soundMissing: 'This browser can not play the sound.',
  granted: 'The browser allows notifications.',
  denied:
    'The browser blocks notifications of this site. Allow them in its settings for this site.',
  default: 'The browser will ask for your permission.',
  missing: 'This browser has no notifications.',
  where:
    'Kept on this machine. Alerts are announced on every screen, by the tab of Clearline that you looked at last, also while it is behind others.',
  one: '{{cause}}: case {{number}}',
  many: '{{n}} new alerts',
  manyBody: 'Most of them: {{cause}}',
};
