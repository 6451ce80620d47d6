import { pino, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

/** Personal data and secrets that must not reach a log, whatever object they are logged in. */
const redactedFields = [
  'name',
  'phone',
  'email',
  'address',
  'statement',
  'note',
  'comment',
  'password',
  'token',
  'authorization',
  'cookie',
  'csrf',
] as const;

const redactedPaths = redactedFields.flatMap((field) =>
  // pino's wildcard stands for one level; three levels reach customer.phone inside body inside data.
  [field, `*.${field}`, `*.*.${field}`, `*.*.*.${field}`],
);

/**
 * One JSON line per event on stdout: `logger.info({ caseId }, 'case opened')`. Personal fields and
 * secrets up to three levels deep are replaced; free text never belongs in the message itself.
 */
export function createLogger(
  service: string,
  options: { level?: string; destination?: { write(line: string): void } } = {},
): Logger {
  const settings = {
    level: options.level ?? 'info',
    base: { service },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redactedPaths, censor: '[redacted]' },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}
