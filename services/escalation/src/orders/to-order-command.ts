import { readReason, transferRefusalReason } from '#contracts';
import type { Principal } from '#platform';
import type { CommandInput, Seal } from '../cases/command-input.js';
import type { OrderCommand } from '../domain/orders/order-command.js';

type OrderInput = Extract<
  CommandInput,
  {
    name:
      'co-handle' | 'supervise' | 'answer-order' | 'decline-order' | 'drop-order' | 'mark-problem';
  }
>;

/** The domain's command, its free text sealed. */
export async function toOrderCommand(
  bodies: OrderInput,
  principal: Principal,
  seal: Seal,
): Promise<OrderCommand> {
  const by = principal.agentId ?? principal.username;
  const asked = async ({ dueAt, text }: { dueAt: string; text: string }) => ({
    dueAt: Date.parse(dueAt),
    text: (await seal({ text }))['text']!,
    by,
  });
  const noted = async (note?: string) => (note ? seal({ note }) : {});
  switch (bodies.name) {
    case 'co-handle': {
      const { units, matter } = bodies.input;
      const about = { units, ...(matter && { matter }) };
      return { type: 'co-handle', ...about, ...(await asked(bodies.input)) };
    }
    case 'supervise': {
      const { unit } = bodies.input;
      return { type: 'supervise', ...(unit && { unit }), ...(await asked(bodies.input)) };
    }
    case 'answer-order': {
      const { orderId, answer } = bodies.input;
      const sealed = (await seal({ answer }))['answer']!;
      return { type: 'answer-order', orderId, answer: sealed, by };
    }
    case 'decline-order': {
      const { orderId, reason, note } = bodies.input;
      const { code, words } = readReason(transferRefusalReason, reason, note);
      return { type: 'decline-order', orderId, reason: code, ...(await noted(words)), by };
    }
    case 'drop-order': {
      const { orderId, note } = bodies.input;
      return { type: 'drop-order', orderId, ...(await noted(note)), by };
    }
    case 'mark-problem': {
      const { accused, kind, desk, followUpDays } = bodies.input;
      const about = { accused, ...(kind && { kind }), desk, followUpDays };
      return { type: 'mark-problem', ...about, ...(await asked(bodies.input)) };
    }
  }
}
