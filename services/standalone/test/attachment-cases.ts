import { expect } from '@jest/globals';
import type { EndpointCase } from './endpoint-case.js';

/** Files are sent and read by a suite of their own; here is what is asked of them in JSON. */
export const attachmentCases: readonly EndpointCase[] = [
  {
    method: 'GET',
    path: '/api/v1/cases/{first}/attachments',
    as: 'agent',
    status: 200,
    answer: { items: [] },
  },
  {
    method: 'GET',
    path: '/api/v1/cases/{first}/attachments/019aafe0-0000-7000-8000-000000000e01',
    as: 'agent',
    status: 404,
    answer: { type: 'urn:clearline:problem:not-found' },
  },
  {
    method: 'POST',
    path: '/api/v1/cases/{first}/attachments',
    as: 'agent',
    body: { name: 'a.json' },
    status: 415,
    answer: {
      type: 'urn:clearline:problem:unsupported-media-type',
      supported: expect.arrayContaining(['image/jpeg', 'application/pdf', 'audio/mpeg']),
    },
  },
  {
    method: 'POST',
    path: '/api/v1/cases/{first}/commands/remove-attachment',
    as: 'agent',
    body: { attachmentId: '019aafe0-0000-7000-8000-000000000e01', reason: 'wrong-case' },
    status: 403,
    answer: { requiredRoles: expect.arrayContaining(['supervisor']) },
  },
  {
    method: 'POST',
    path: '/api/v1/cases/{first}/commands/remove-attachment',
    as: 'supervisor',
    body: { attachmentId: '019aafe0-0000-7000-8000-000000000e01', reason: 'wrong-case' },
    status: 404,
    answer: { type: 'urn:clearline:problem:not-found' },
  },
];
