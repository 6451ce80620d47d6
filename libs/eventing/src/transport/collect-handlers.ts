import type { MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { newestType } from '../consume/arrival.js';
import type { EventHandler, HandlerKind } from '../consume/handlers.js';

/**
 * The handlers that Nest registered, by event type.
 * @throws Error naming every pattern that is no event's newest type, has two handlers, or does not say
 * whether it is a projection or an effect
 */
export function collectHandlers(
  registered: ReadonlyMap<string, MessageHandler>,
): Map<string, EventHandler> {
  const handlers = new Map<string, EventHandler>();
  const problems: string[] = [];
  for (const [type, handler] of registered) {
    const kind = (handler.extras as { clearline?: HandlerKind } | undefined)?.clearline;
    if (newestType(type) === undefined) problems.push(`${type}: no contract names this event`);
    else if (newestType(type) !== type)
      problems.push(`${type}: handle ${newestType(type)} instead`);
    if (!handler.isEventHandler) problems.push(`${type}: only @EventPattern is supported`);
    if (handler.next) problems.push(`${type}: two handlers in one service`);
    if (!kind) problems.push(`${type}: declare it effect() or projection()`);
    handlers.set(type, {
      kind: kind ?? 'effect',
      handle: async (event, context) => {
        const result: unknown = await handler(event, context);
        if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
      },
    });
  }
  if (problems.length > 0) throw new Error(`event handlers refused: ${problems.join('; ')}`);
  return handlers;
}
