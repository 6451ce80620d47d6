import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';

/** A case by its number. Of a search each case that it finds would be recorded as looked at. */
export const caseByNumber = (number: string) =>
  queryOptions({
    queryKey: ['case-by-number', number],
    queryFn: () => bodyOf(api.GET('/api/v1/cases/{id}', { params: { path: { id: number } } })),
    staleTime: 60_000,
  });
