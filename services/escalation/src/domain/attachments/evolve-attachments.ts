import type { CaseEvent } from '../case-event.js';
import type { OpenedCase } from '../case-state.js';

type AttachmentEvent = Extract<CaseEvent, { name: 'fileAttached' | 'fileRemoved' }>;

export function evolveAttachments(state: OpenedCase, { name, data }: AttachmentEvent): OpenedCase {
  const { files = [], ...facts } = state;
  const others = files.filter(({ id }) => id !== data.attachmentId);
  if (name === 'fileAttached') {
    return { ...state, files: [...others, { id: data.attachmentId, bytes: data.bytes }] };
  }
  return others.length > 0 ? { ...state, files: others } : (facts as OpenedCase);
}
