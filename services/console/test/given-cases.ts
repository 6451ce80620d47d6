import { waitFor } from '#testing';
import type { TestStandalone } from '../../standalone/test/open-test-standalone.js';
import { sampleComplaint } from '../../standalone/test/samples.js';

const complaints = [
  sampleComplaint,
  {
    customer: { name: '李娜', phone: '13911112222', tier: 'vip' },
    category: 'leak',
    statement: '厨房燃气表附近有异味，已经关阀',
    severity: 'critical',
  },
  {
    customer: { name: '欧阳志远', phone: '13733334444' },
    category: 'repair',
    statement: '壁挂炉维修三次仍不点火，要求更换',
    severity: 'high',
    threats: ['regulator'],
  },
  {
    customer: { name: 'Emma Clarke', phone: '13855556666' },
    category: 'attitude',
    statement: 'The engineer was rude and left without repairing anything.',
    severity: 'normal',
  },
  {
    customer: { anonymous: true },
    category: 'installation',
    statement: '预约开户两周没有人上门',
    severity: 'low',
  },
];

/** Cases of every severity in the north, so that no screen is empty; their ids. */
export async function givenCases(product: TestStandalone): Promise<string[]> {
  const ids: string[] = [];
  for (const complaint of complaints) {
    const body = { ...sampleComplaint, ...complaint };
    const filed = await product.call('agent', 'POST', '/api/v1/complaints', body);
    if (filed.status !== 201) throw new Error(`not filed: ${JSON.stringify(filed.body)}`);
    ids.push(String(filed.body['caseId']));
  }
  for (const id of ids) {
    const isOpen = async () =>
      (await product.call('admin', 'GET', `/api/v1/cases/${id}`)).status === 200;
    await waitFor(isOpen, { timeoutMs: 30_000, describe: 'the case' });
  }
  return ids;
}
