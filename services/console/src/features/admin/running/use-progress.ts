import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';

const everyMs = 5_000;

const readProgress = () => bodyOf(api.GET('/health/progress'));
export type Progress = Awaited<ReturnType<typeof readProgress>>;

/** What consumers have not read yet and what timers wait for: one question for all panels that show it. */
export const useProgress = () =>
  useQuery({ queryKey: ['progress'], queryFn: readProgress, refetchInterval: everyMs });
