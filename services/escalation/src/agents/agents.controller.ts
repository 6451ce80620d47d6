import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { AgentDefined } from '#contracts';
import type { DataOf } from '#contracts';
import { projection, serviceTransport } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import { saveAgent } from './agents.js';

/** Who may own a case, as intake's organisation says. */
@Controller()
export class AgentsController {
  @EventPattern<string>(AgentDefined.type, serviceTransport('escalation'), projection())
  async onAgent(
    @Payload() { data }: StoredEvent<DataOf<typeof AgentDefined>>,
    @Ctx() { tx }: BatchContext,
  ): Promise<void> {
    await saveAgent(tx, data);
  }
}
