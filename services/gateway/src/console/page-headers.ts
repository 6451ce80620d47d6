/** Scripts come from this site alone; styles are also written by the console's components. */
const contentSecurityPolicy = [
  `default-src 'self'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data: blob:`,
  `connect-src 'self'`,
  `frame-ancestors 'none'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `object-src 'none'`,
].join('; ');

/** Of everything that a browser may show as a page. */
export const pageHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
} as const;

/** Asked for again every time, and answered 304 while it is the same. */
export const askAgain = 'no-cache';
/** Names below `assets/` hold a hash of the content: another content has another name. */
export const keptForever = 'public, max-age=31536000, immutable';
