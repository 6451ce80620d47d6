import type { TaskForceView, TimelineEntry } from '#contracts';
import { caseEventOf } from '../domain/case-event.js';

/** The task force that was named last, and everybody who was mapped, as they were told last. */
export function toTaskForceView(timeline: readonly TimelineEntry[]): TaskForceView {
  let force: Pick<TaskForceView, 'lead' | 'members'> = { lead: null, members: [] };
  const stakeholders = new Map<string, TaskForceView['stakeholders'][number]>();
  for (const { type, data, texts } of timeline) {
    const event = caseEventOf(type, data);
    if (event?.name === 'taskForceNamed') {
      force = { lead: event.data.lead, members: event.data.members };
    } else if (event?.name === 'stakeholderMapped') {
      const { stakeholderId: id, kind, stance, speaker, at, by } = event.data;
      const said = { name: texts['name'] ?? null, concern: texts['concern'] ?? null };
      stakeholders.set(id, { id, kind, stance, speaker, ...said, at, by });
    }
  }
  return { ...force, stakeholders: [...stakeholders.values()] };
}
