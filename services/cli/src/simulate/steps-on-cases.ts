import type { ApiClient } from '../api-client.js';
import { CommandFailure } from '../command-failure.js';
import { endings } from './order-endings.js';
import type { SimulatedCommand } from './simulated-action.js';

const mostReadings = 20;

/** Steps that name nothing by its id: they are about what the case itself holds, which is read first. */
export class StepsOnCases {
  /** @param supervisor who decides what another person asked for */
  constructor(
    private readonly api: ApiClient,
    private readonly supervisor: ApiClient,
  ) {}

  /** Whether the step was taken; undefined for one of another kind. @throws CommandFailure when it is refused */
  take(
    caseId: string,
    command: SimulatedCommand['command'],
    body: Record<string, unknown>,
  ): Promise<boolean> | undefined {
    switch (command) {
      case 'acknowledge-alert':
        return this.acknowledge(caseId);
      case 'write-message':
        return this.write(caseId, body);
      case 'decide-remedy':
      case 'answer-last-remedy':
        return this.remedy(caseId, command, body);
      case 'finish-action':
        // Whoever supervises says so of everybody's.
        return this.action(caseId, 'complete-action', body);
      case 'move-oldest-action':
        return this.action(caseId, 'move-action', body);
      case 'drop-oldest-action':
        return this.action(caseId, 'drop-action', body);
      case 'end-order':
        return this.endOrder(caseId, body);
      case 'decide-approval':
        return this.decideApproval(caseId, body);
      case 'drop-last-party':
        return this.dropParty(caseId);
      case 'attach-file':
        return this.attach(caseId, body);
      case 'remove-file':
        return this.removeFile(caseId, body);
      default:
        return undefined;
    }
  }

  /** Whoever writes has read the case as it stands. */
  private async write(
    caseId: string,
    { undo, dueAt: sendAt, toLastParty, ...message }: Record<string, unknown>,
  ): Promise<boolean> {
    const path = `/api/v1/cases/${caseId}`;
    const party = toLastParty ? await this.lastParty(path) : undefined;
    if (toLastParty && !party) return false;
    const body = {
      ...message,
      ...(sendAt !== undefined && { sendAt }),
      ...(party && { partyId: party.id }),
    };
    if (!(await this.sendAsRead(path, body))) return false;
    if (!undo) return true;
    type Held = { messages: { id: string; status: string }[] };
    const { messages } = await this.api.get<Held>(`${path}/resolution`);
    const held = messages.findLast(({ status }) => status === 'held');
    if (!held) return true;
    try {
      await this.api.post(`${path}/commands/undo-message`, { messageId: held.id });
    } catch (error) {
      // Under a fast clock it is on its way before anybody can take it back; it was written all the same.
      if (!(error instanceof CommandFailure && error.message.startsWith('409 '))) throw error;
    }
    return true;
  }

  /** Reads the case again when it went on meanwhile: under a fast clock it does so between any two requests. */
  private async sendAsRead(path: string, message: Record<string, unknown>): Promise<boolean> {
    for (let tries = 0; tries < mostReadings; tries += 1) {
      const { version } = await this.api.get<{ version: number }>(path);
      const body = { expectedVersion: version, ...message };
      const answer = await this.api.ask('POST', `${path}/commands/send-message`, body);
      if (answer.body['type'] !== 'urn:clearline:problem:stale-version')
        return answer.status === 200;
    }
    return false;
  }

  /** Decides on what was proposed, or records what the customer says to what was granted. */
  private async remedy(
    caseId: string,
    command: 'decide-remedy' | 'answer-last-remedy',
    { approved, ...body }: Record<string, unknown>,
  ): Promise<boolean> {
    type Settled = { remedies: { id: string; status: string }[] };
    const path = `/api/v1/cases/${caseId}`;
    const { remedies } = await this.api.get<Settled>(`${path}/resolution`);
    const wanted = command === 'decide-remedy' ? ['proposed'] : ['offered', 'approved'];
    const remedy = remedies.findLast(({ status }) => wanted.includes(status));
    if (!remedy) return false;
    const decision = approved ? 'approve-remedy' : 'refuse-remedy';
    const name = command === 'decide-remedy' ? decision : 'answer-remedy';
    await this.api.post(`${path}/commands/${name}`, { remedyId: remedy.id, ...body });
    return true;
  }

  /** Of the oldest action that is not done. */
  private async action(
    caseId: string,
    command: 'complete-action' | 'move-action' | 'drop-action',
    body: Record<string, unknown>,
  ): Promise<boolean> {
    type Settled = { actions: { id: string; status: string }[] };
    const path = `/api/v1/cases/${caseId}`;
    const { actions } = await this.api.get<Settled>(`${path}/resolution`);
    const action = actions.find(({ status }) => status === 'open' || status === 'overdue');
    if (!action) return false;
    await this.supervisor.post(`${path}/commands/${command}`, { actionId: action.id, ...body });
    return true;
  }

  /** Another person's word on what was asked for first and waits. */
  private async decideApproval(
    caseId: string,
    { approved, ...body }: Record<string, unknown>,
  ): Promise<boolean> {
    type Approvals = { items: { id: string; status: string }[] };
    const path = `/api/v1/cases/${caseId}`;
    const { items } = await this.supervisor.get<Approvals>(`${path}/approvals`);
    const waiting = items.find(({ status }) => status === 'asked');
    if (!waiting) return false;
    const name = approved ? 'approve-command' : 'refuse-command';
    await this.supervisor.post(`${path}/commands/${name}`, { approvalId: waiting.id, ...body });
    return true;
  }

  /** Ends the oldest order that waits. */
  private async endOrder(
    caseId: string,
    { how, ...body }: Record<string, unknown>,
  ): Promise<boolean> {
    type Orders = { orders: { id: string; status: string }[] };
    const path = `/api/v1/cases/${caseId}`;
    const { orders } = await this.api.get<Orders>(`${path}/orders`);
    const order = orders.find(({ status }) => status === 'open' || status === 'overdue');
    const ending = endings[String(how)];
    if (!order || !ending) return false;
    await this.supervisor.post(`${path}/commands/${ending.command}`, {
      orderId: order.id,
      ...body,
    });
    return true;
  }

  private async dropParty(caseId: string): Promise<boolean> {
    const path = `/api/v1/cases/${caseId}`;
    const last = await this.lastParty(path);
    if (!last) return false;
    await this.api.post(`${path}/commands/drop-party`, { partyId: last.id });
    return true;
  }

  private async lastParty(path: string): Promise<{ id: string } | undefined> {
    const { items } = await this.api.get<{ items: { id: string }[] }>(`${path}/parties`);
    return items.at(-1);
  }

  private async attach(caseId: string, body: Record<string, unknown>): Promise<boolean> {
    const file = { name: String(body['name']), mediaType: 'text/plain' };
    const content = Buffer.from(String(body['content']));
    await this.api.attach(`/api/v1/cases/${caseId}/attachments`, file, content);
    return true;
  }

  private async removeFile(caseId: string, body: Record<string, unknown>): Promise<boolean> {
    type Files = { items: { id: string; caseId: string; status: string }[] };
    const path = `/api/v1/cases/${caseId}`;
    const { items } = await this.supervisor.get<Files>(`${path}/attachments`);
    const file = items.findLast((one) => one.status === 'kept' && one.caseId === caseId);
    if (!file) return false;
    const removed = { attachmentId: file.id, ...body };
    await this.supervisor.post(`${path}/commands/remove-attachment`, removed);
    return true;
  }

  /** Takes on what a complaint raised when it came, and nothing that a clock raised later. */
  private async acknowledge(caseId: string): Promise<boolean> {
    type Alert = { id: string; caseId: string; cause: string };
    let cursor = '';
    do {
      const path = `/api/v1/alerts?open=true&limit=200${cursor && `&cursor=${cursor}`}`;
      const { items, next } = await this.api.get<{ items: Alert[]; next: string | null }>(path);
      const alert = items.find(
        (item) => item.caseId === caseId && ['threat', 'critical'].includes(item.cause),
      );
      if (alert) {
        await this.api.post(`/api/v1/alerts/${alert.id}/acknowledge`, {});
        return true;
      }
      cursor = next ?? '';
    } while (cursor);
    return false;
  }
}
