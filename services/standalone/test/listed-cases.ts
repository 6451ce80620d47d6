import type { CaseView } from '#contracts';
import type { TestStandalone } from './open-test-standalone.js';

/** Every case as the API lists it, by what its source called it. */
export async function listedCases({ call }: TestStandalone): Promise<Map<string, CaseView>> {
  const cases = new Map<string, CaseView>();
  for (let cursor = ''; ;) {
    const path = `/api/v1/cases?limit=200${cursor && `&cursor=${cursor}`}`;
    const { body } = await call('manager', 'GET', path);
    const { items, next } = body as unknown as { items: CaseView[]; next: string | null };
    for (const item of items) cases.set(String(item.externalId), item);
    if (next === null) return cases;
    cursor = next;
  }
}
