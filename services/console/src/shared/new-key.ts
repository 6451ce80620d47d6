/**
 * Marks what is sent, so that sending it once more does not do it twice. Not by the browser's own `randomUUID()`, which is
 * there only over TLS and on the machine itself: a console within a company's network may have neither.
 */
export { v4 as newKey } from 'uuid';
