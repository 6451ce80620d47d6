/** Texts of the window in which somebody changes their own password. */
export const password = {
  title: 'Change password',
  current: 'Current password',
  next: 'New password',
  again: 'New password once more',
  length: '10 to 200 characters',
  submit: 'Change password',
  needCurrent: 'Enter your current password',
  needAgain: 'Enter the new password once more',
  differs: 'This is not the new password that stands above',
  wrong: 'This is not your current password',
  locked: 'Too many wrong passwords: the account is locked for a while',
  elsewhere: 'You stay signed in here. Wherever else you are signed in, that ends within 12 hours.',
  done: 'Your password is changed',
};
