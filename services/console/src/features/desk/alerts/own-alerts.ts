import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';

export const ownAlertsKey = ['own-alerts'] as const;

/** Alerts that name somebody and that nobody took on, the most urgent first; one that is cut says so. */
export const ownAlerts = queryOptions({
  queryKey: ownAlertsKey,
  queryFn: () => {
    const query = { mine: 'true', sort: 'urgency', limit: 100 } as const;
    return bodyOf(api.GET('/api/v1/alerts', { params: { query } }));
  },
  // A stream tells of them where they are listed; elsewhere they are only counted.
  refetchInterval: 30_000,
});
