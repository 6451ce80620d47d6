import { QueryClient } from '@tanstack/react-query';
import { keepMembers } from './keep-members.js';
import { ApiProblem } from './problem.js';

/** What was refused stays refused; what did not arrive is asked for again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      structuralSharing: keepMembers,
      retry: (failures, error) => !(error instanceof ApiProblem) && failures < 5,
      retryDelay: (attempt) => Math.min(10_000, 500 * 2 ** attempt),
    },
    // A command is repeated only by somebody who decides to, with the same idempotency key.
    mutations: { retry: false, networkMode: 'always' },
  },
});
