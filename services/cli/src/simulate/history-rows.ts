import type { SimulatedAction } from './simulated-action.js';

type Value = string | number | undefined;
const columns = [
  'case',
  'at',
  'status',
  'person',
  'unit',
  'channel',
  'severity',
  'category',
  'product',
  'statement',
  'phone',
  'due_at',
] as const;
type Row = Partial<Record<(typeof columns)[number], Value>>;

/** The first line of a history file. */
export const historyHeader = `${columns.join(',')}\n`;

/**
 * A simulation as the file of an older system: a line for each step of a case, as
 * `clearline import simulation <file>` reads it. Only there a withdrawal and a wait for the customer
 * can be told. Ends at `until`; what is not over then stays open.
 */
export function* historyRows(actions: Iterable<SimulatedAction>, until: number): Generator<string> {
  const complaints = new Map<string, Row>();
  for (const action of actions) {
    if (action.at > until) return;
    if (action.kind === 'complaints') {
      for (const { ref, body } of action.items) {
        const row = complaintRow(body);
        complaints.set(ref, row);
        yield line({ ...row, status: 'received' });
      }
    } else if (action.kind === 'command') {
      const at = new Date(action.at).toISOString();
      const steps = statusesOf(action.command, action.stage);
      // One instant for each line, so that their order is never in doubt.
      for (const [index, status] of steps.entries()) {
        const time = new Date(Date.parse(at) + index).toISOString();
        yield line({
          ...complaints.get(action.ref),
          at: time,
          status,
          person: action.body['owner'] as Value,
        });
      }
    }
  }
}

function complaintRow(body: Record<string, unknown>): Row {
  const text = (name: string) => body[name] as Value;
  const customer = body['customer'] as { phone?: string };
  return {
    case: text('externalId'),
    at: text('receivedAt'),
    unit: text('organisation'),
    channel: text('channel'),
    severity: text('severity'),
    category: text('category'),
    product: text('product'),
    statement: text('statement'),
    phone: customer.phone,
    due_at: text('dueAt'),
  };
}

function statusesOf(command: string, stage?: string): string[] {
  switch (command) {
    case 'assign':
      return ['assigned'];
    case 'complete-stage':
      return stage === 'listen'
        ? ['waiting-for-customer']
        : stage === 'control'
          ? ['accepted']
          : ['in-work'];
    case 'complete-stages':
      return ['in-work'];
    case 'resolve':
      return ['resolved'];
    case 'close':
      return ['closed'];
    case 'reopen':
      return ['reopened'];
    case 'withdraw':
      return ['withdrawn'];
    default:
      return [];
  }
}

function line(row: Row): string {
  const cells = columns.map((name) => {
    const text = String(row[name] ?? '');
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${cells.join(',')}\n`;
}
