import { useSyncExternalStore } from 'react';

/** A text that is not published yet, and the version its author began from. */
export interface PolicyDraft {
  text: string;
  base: number;
}

const storageKey = 'clearline.policy-draft';
const listeners = new Set<() => void>();
let draft = readDraft();

function readDraft(): PolicyDraft | undefined {
  const kept = sessionStorage.getItem(storageKey);
  return kept === null ? undefined : (JSON.parse(kept) as PolicyDraft);
}

/** Kept in this tab until it is published or thrown away, also when the page is loaded anew. */
export function keepDraft(next: PolicyDraft | undefined): void {
  draft = next;
  if (next) sessionStorage.setItem(storageKey, JSON.stringify(next));
  else sessionStorage.removeItem(storageKey);
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDraft = (): PolicyDraft | undefined => useSyncExternalStore(subscribe, () => draft);
