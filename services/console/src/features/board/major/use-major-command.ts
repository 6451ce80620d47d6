import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import { boardKey, taskForceOf } from '../board-queries.js';

export interface TaskForceBody {
  lead: string;
  members: { agent: string; role: (typeof memberRoles)[number] }[];
}
export interface StakeholderBody {
  stakeholderId?: string;
  kind: (typeof stakeholderKinds)[number];
  name: string;
  stance: (typeof stances)[number];
  speaker: string;
  concern?: string;
}

export const memberRoles = [
  'investigation',
  'customer',
  'legal',
  'media',
  'technical',
  'other',
] as const;
export const stakeholderKinds = ['superior', 'media', 'top-management', 'neutral-body'] as const;
export const stances = ['supportive', 'neutral', 'critical', 'unknown'] as const;

/** What is told of a major complaint; whoever told it sees it at once. */
export function useMajorCommand({ id, version }: { id: string; version: number }) {
  const client = useQueryClient();
  const onSuccess = async () => {
    await client.invalidateQueries({ queryKey: taskForceOf(id).queryKey });
  };
  const onSettled = () =>
    client.invalidateQueries({
      queryKey: boardKey,
      predicate: ({ queryKey }) => queryKey[1] !== 'task-force',
    });
  const params = { path: { id } };
  const nameForce = useMutation({
    mutationFn: (body: TaskForceBody) =>
      bodyOf(
        api.POST('/api/v1/cases/{id}/commands/name-task-force', {
          params,
          body: { expectedVersion: version, ...body },
        }),
      ),
    onSuccess,
    onSettled,
  });
  const map = useMutation({
    mutationFn: (body: StakeholderBody) =>
      bodyOf(
        api.POST('/api/v1/cases/{id}/commands/map-stakeholder', {
          params,
          body: { expectedVersion: version, ...body },
        }),
      ),
    onSuccess,
    onSettled,
  });
  return { nameForce, map };
}
