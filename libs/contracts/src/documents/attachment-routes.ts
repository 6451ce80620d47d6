import { attachmentView, caseAttachmentsView } from '../api/attachment-bodies.js';
import { attachmentType } from '../api/attachment-codes.js';
import { get } from './route.js';
import type { Route } from './route.js';

const onCases = { tag: 'cases', roles: ['agent', 'supervisor', 'manager', 'admin'] } as const;
const path = '/api/v1/cases/{id}/attachments';

export const attachmentRoutes: readonly Route[] = [
  get(
    path,
    'Files of a case and of cases merged into it, the oldest first',
    onCases,
    caseAttachmentsView,
  ),
  {
    method: 'post',
    path,
    summary: 'Attach a file: the body is its content, of 25 MB at the most',
    ...onCases,
    headers: {
      'Content-Disposition': `Required. The file's name: attachment; filename*=UTF-8''%E7%85%A7.jpg`,
      'Content-Digest': 'Refuses what arrives otherwise than it was sent: sha-256=:base64:',
    },
    contentTypes: attachmentType.options,
    answers: {
      200: { description: 'The case holds this very content already', schema: attachmentView },
      201: { description: 'Attached', schema: attachmentView },
    },
  },
  {
    method: 'get',
    path: `${path}/{attachmentId}`,
    summary: 'The content of a file, as it was attached',
    ...onCases,
    headers: { Range: 'One span of it, as players ask for: bytes=1048576-' },
    answers: {
      200: { description: 'The content', mediaTypes: attachmentType.options },
      206: { description: 'A span of it', mediaTypes: attachmentType.options },
    },
  },
];
