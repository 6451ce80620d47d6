import { waitFor } from '#testing';
import type { Product } from '../../cli/test/start-product.js';
import { personalParty } from './personal-inputs.js';

/** Somebody takes part in a case, with a phone of their own. */
export async function nameParty(product: Product): Promise<void> {
  const { items } = await product.call('GET', '/api/v1/cases?status=open&limit=1');
  const [{ id }] = items as [{ id: string }];
  await product.call('POST', `/api/v1/cases/${id}/commands/name-party`, personalParty);
}

/** Every complaint is in the report and the services are quiet. */
export async function reported(product: Product): Promise<void> {
  let before = -1;
  await waitFor(
    async () => {
      const { totals } = await product.call('GET', '/api/v1/reports/volume');
      const { received = 0 } = totals as { received?: number };
      const isDone = received > 0 && received === before;
      before = received;
      return isDone;
    },
    { timeoutMs: 60_000, everyMs: 500, describe: 'the complaints in the report' },
  );
}
