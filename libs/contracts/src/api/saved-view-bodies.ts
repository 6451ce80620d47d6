import { z } from 'zod';
import { isoInstant, role, uuid } from '../primitives.js';
import { caseListFilters, caseListSort } from './list-queries.js';

/** What a list of cases can show of each, in the order in which it does. */
const caseColumns = [
  ...(['number', 'status', 'stage', 'priority', 'category', 'due', 'owner', 'unit'] as const),
  ...(['tier', 'channel', 'queue', 'receivedAt'] as const),
] as const;

const unique = (values: readonly string[]) => new Set(values).size === values.length;
const once = { error: 'it is named twice', params: { rule: 'unique' } };

/** `POST /api/v1/saved-views`, `PUT /api/v1/saved-views/{id}`: a list of cases under a name. */
export const savedViewBody = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** As the list of cases takes them. */
  filters: caseListFilters.default({}),
  columns: z.array(z.enum(caseColumns)).min(1).refine(unique, once),
  sort: caseListSort,
  /** Whoever has one of these roles opens it too; by supervisors, managers and administrators. */
  sharedWith: z.array(role).refine(unique, once).default([]),
});
export type SavedViewBody = z.infer<typeof savedViewBody>;

/** Who may let others have a view. */
export const sharingRoles = ['supervisor', 'manager', 'admin'] as const;

export const savedViewView = z.object({
  id: uuid,
  ...savedViewBody.shape,
  /** Whose it is, by log-in. */
  owner: z.string(),
  isOwn: z.boolean(),
  /** Whether the caller may change and delete it. */
  isChangeable: z.boolean(),
  savedAt: isoInstant,
});
export type SavedViewView = z.infer<typeof savedViewView>;

/** `GET /api/v1/saved-views`: one's own, then those of others, by name. */
export const savedViewListView = z.object({ items: z.array(savedViewView) });
