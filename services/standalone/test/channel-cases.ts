import type { EndpointCase } from './endpoint-case.js';

const path = '/api/v1/channels';
const nobody = '019aafe0-0000-7000-8000-000000000001';
const email = 'supervisor@hotline.example';

/** Alerts by mail where there is no mail server; with one see mail-suite.ts. */
export const channelCases: readonly EndpointCase[] = [
  {
    ...{ method: 'PUT', path: `${path}/own`, as: 'supervisor' },
    body: { email, language: 'zh-CN' },
    status: 422,
    answer: { errors: [{ path: 'email', rule: 'no-mail-server' }] },
  },
  {
    ...{ method: 'PUT', path: `${path}/own`, as: 'supervisor' },
    body: { email: 'nobody', language: 'zh-CN', timeZone: 'Moon/Crater' },
    status: 422,
    answer: { errors: [{ path: 'email' }, { path: 'timeZone' }] },
  },
  { ...{ method: 'GET', path: `${path}/own`, as: 'supervisor' }, status: 404 },
  { ...{ method: 'DELETE', path: `${path}/own`, as: 'supervisor' }, status: 404 },
  { ...{ method: 'GET', path, as: 'manager' }, status: 200, answer: { items: [] } },
  { ...{ method: 'GET', path: `${path}/${nobody}/deliveries`, as: 'manager' }, status: 404 },
  { ...{ method: 'POST', path: `${path}/${nobody}/redrive`, as: 'manager' }, status: 404 },
  { ...{ method: 'DELETE', path: `${path}/${nobody}`, as: 'manager' }, status: 404 },
  { ...{ method: 'DELETE', path: `${path}/of/${nobody}`, as: 'manager' }, status: 204 },
  { ...{ method: 'GET', path: '/api/v1/alert-links/made-up', as: '' }, status: 404 },
  { ...{ method: 'POST', path: '/api/v1/alert-links/made-up', as: '' }, status: 404 },
];
