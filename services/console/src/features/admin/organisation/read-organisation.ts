import { api, bodyOf } from '../../../api/client.js';

export const readOrganisation = () => bodyOf(api.GET('/api/v1/organisation'));
export type Organisation = Awaited<ReturnType<typeof readOrganisation>>;
export type Kind = 'units' | 'categories' | 'products';
export type Entry = Organisation['units'][number];
export type Agent = Organisation['agents'][number];
