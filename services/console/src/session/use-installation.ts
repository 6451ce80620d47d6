import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';

/** What is known of an installation before anybody signs in; it does not change while a page is open. */
export const useInstallation = () =>
  useQuery({
    queryKey: ['installation'],
    queryFn: () => bodyOf(api.GET('/api/v1/installation')),
    staleTime: Infinity,
    gcTime: Infinity,
  });
