import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf } from '../../api/client.js';
import { otherZone } from '../../shared/other-zone.js';
import { ownZone, zoneName } from '../../shared/zoned-text.js';

/** How a time that is typed is read, and in which zone where the hotline's calendars are of another. */
export function useTimeHint(): string {
  const { t, i18n } = useTranslation('desk');
  const { data } = useQuery({
    queryKey: ['calendar-zones'],
    queryFn: async () => {
      const { items } = await bodyOf(api.GET('/api/v1/calendars'));
      return [...new Set(items.filter(({ isCurrent }) => isCurrent).map(({ tz }) => tz))];
    },
    staleTime: Infinity,
  });
  const [at] = useState(() => new Date().toISOString());
  const there = otherZone(data ?? [], at);
  if (there === undefined) return t('clear.dayAlone');
  const named = (zone: string) => zoneName(zone, i18n.language, at);
  return t('clear.dayAloneIn', { here: named(ownZone()), there: named(there) });
}
