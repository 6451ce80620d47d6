import { useInfiniteQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import type { paths } from '../../../api/schema.js';
export type { ListedCase } from '../../../shared/use-cases-of.js';
import type { ListView } from './list-address.js';

type Query = NonNullable<paths['/api/v1/cases']['get']['parameters']['query']>;

const pageSize = 100;

/** Cases by filters in an order, a page at a time. */
export const useCases = ({ filters, sort }: Pick<ListView, 'filters' | 'sort'>, isAsked: boolean) =>
  useInfiniteQuery({
    queryKey: ['cases', filters, sort],
    queryFn: ({ pageParam }) => {
      // An address may say anything: what is no filter the server refuses, in words.
      const query = {
        ...filters,
        sort,
        limit: pageSize,
        ...(pageParam && { cursor: pageParam }),
      } as Query;
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
