import { useInfiniteQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import type { paths } from '../../../api/schema.js';
import { ownZone } from '../../../shared/zoned-text.js';
export type { ListedCase } from '../../../shared/use-cases-of.js';
import type { ListView } from './list-address.js';

type Query = NonNullable<paths['/api/v1/cases']['get']['parameters']['query']>;

const pageSize = 100;

/**
 * How a page of cases is asked for. An address may say anything: what is no filter the server refuses, in words. Its
 * days are those of whoever reads the list.
 */
const queryOf = (
  { filters, sort }: Pick<ListView, 'filters' | 'sort'>,
  cursor: string | null | undefined,
) => {
  const isByDay = filters.receivedFrom !== undefined || filters.receivedTo !== undefined;
  const zone = isByDay && { tz: ownZone() };
  return { ...filters, ...zone, sort, limit: pageSize, ...(cursor && { cursor }) } as Query;
};

/** The same query as a text to be kept, of the page that comes after those that were read; none after the last. */
export function nextPageOf(
  view: Pick<ListView, 'filters' | 'sort'>,
  pages: readonly { next: string | null }[] | undefined,
): string | undefined {
  const next = pages?.at(-1)?.next;
  return next ? JSON.stringify(queryOf(view, next)) : undefined;
}

/** Reads the page that a kept query stands for, and says what comes after it. */
export async function readNextPage(kept: string): Promise<{ ids: string[]; more?: string }> {
  const query = JSON.parse(kept) as Query;
  const { items, next } = await bodyOf(api.GET('/api/v1/cases', { params: { query } }));
  const ids = items.map(({ id }) => id);
  return next ? { ids, more: JSON.stringify({ ...query, cursor: next }) } : { ids };
}

/** Cases by filters in an order, a page at a time. */
export const useCases = ({ filters, sort }: Pick<ListView, 'filters' | 'sort'>, isAsked: boolean) =>
  useInfiniteQuery({
    queryKey: ['cases', filters, sort],
    queryFn: ({ pageParam }) => {
      const query = queryOf({ filters, sort }, pageParam);
      return bodyOf(api.GET('/api/v1/cases', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: isAsked,
  });

/** Complaints by words, phone, name or number; the id of a complaint is the id of its case. */
export const useFound = (search: string) =>
  useInfiniteQuery({
    queryKey: ['complaints', search],
    queryFn: ({ pageParam }) => {
      const query = { q: search, limit: 50, ...(pageParam && { cursor: pageParam }) };
      return bodyOf(api.GET('/api/v1/complaints/search', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: search !== '',
  });

type Page<T> = { items: readonly T[] };
export const itemsOf = <T>(data: { pages: readonly Page<T>[] } | undefined): T[] =>
  data?.pages.flatMap(({ items }) => items) ?? [];

/** Ids of what a search found, page by page: the cases of a page are asked for together. */
export const foundIds = (data: { pages: readonly Page<FoundComplaint>[] } | undefined) =>
  data?.pages.map(({ items }) => items.map(({ complaintId }) => complaintId)) ?? [];

type Found =
  paths['/api/v1/complaints/search']['get']['responses'][200]['content']['application/json'];
export type FoundComplaint = Found['items'][number];
