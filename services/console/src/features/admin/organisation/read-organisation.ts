import { api, bodyOf } from '../../../api/client.js';

export const readOrganisation = () => bodyOf(api.GET('/api/v1/organisation'));
export type Organisation = Awaited<ReturnType<typeof readOrganisation>>;
export type Kind = 'units' | 'categories' | 'products';
export type Entry = Organisation['units'][number];
export type Agent = Organisation['agents'][number];

const kindOf = {
  units: 'unit',
  categories: 'category',
  products: 'product',
  agents: 'agent',
} as const;
/** Whose history is asked for. */
export interface Defined {
  of: keyof typeof kindOf;
  code: string;
}

/** A page of how something was defined, the latest first; 0 asks for the first page. */
export const readHistory = ({ of, code }: Defined, cursor: number) =>
  bodyOf(
    api.GET('/api/v1/organisation/{kind}/{code}/history', {
      params: { path: { kind: kindOf[of], code }, query: cursor === 0 ? {} : { cursor } },
    }),
  );
export type Change = Awaited<ReturnType<typeof readHistory>>['items'][number]['changes'][number];
