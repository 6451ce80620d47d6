import type { LoggerService } from '@nestjs/common';
import type { Logger } from '../create-logger.js';

/** Nest's own lines in the process's log; its start-up chatter is debug. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug({ context: rest.at(-1) }, String(message));
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn({ context: rest.at(-1) }, String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    const stack = message instanceof Error ? message.stack : rest[0];
    this.logger.error({ context: rest.at(-1), stack }, String(message));
  }
}
