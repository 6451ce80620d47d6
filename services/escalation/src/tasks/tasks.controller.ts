import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { taskClosing, taskQuery, uuid } from '#contracts';
import type { TaskClosing, TaskQuery, TaskView } from '#contracts';
import { FailureDesk, RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Problem, Roles, ZodBody, ZodQuery } from '#platform';
import type { Principal, Tx } from '#platform';

const columns = `id, kind, 'escalation' as service, event_id as "eventId", event_type as "eventType",
  case_id as "caseId", waiting_since::float8 as waiting, created_at::float8 as created,
  closed_at::float8 as closed, closed_by as "closedBy", outcome`;

type TaskRow = Omit<TaskView, 'waitingSince' | 'createdAt' | 'closedAt'> & {
  waiting: number;
  created: number;
  closed: number | null;
};

function toView({ waiting, created, closed, ...row }: TaskRow): TaskView {
  return {
    ...row,
    waitingSince: new Date(waiting).toISOString(),
    createdAt: new Date(created).toISOString(),
    closedAt: closed === null ? null : new Date(closed).toISOString(),
  };
}

/** What a person has to look at: events whose case did not come. */
@Controller('api/v1/tasks')
@Roles('supervisor', 'manager', 'admin')
export class TasksController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  /** The newest first. */
  @Get()
  async list(
    @ZodQuery(taskQuery) { open, cursor, limit }: TaskQuery,
  ): Promise<{ items: TaskView[]; next: string | null }> {
    const rows = await this.runtime.database.query<TaskRow>(
      `select ${columns} from tasks
        where ($1::boolean is null or (closed_at is null) = $1) and ($2::uuid is null or id < $2)
        order by id desc limit $3`,
      [open === undefined ? null : open === 'true', cursor ?? null, limit + 1],
    );
    const page = rows.slice(0, limit);
    return { items: page.map(toView), next: rows.length > limit ? page.at(-1)!.id : null };
  }

  @Post(':id/close')
  @HttpCode(200)
  close(
    @Param('id') id: string,
    @ZodBody(taskClosing) { action }: TaskClosing,
    @CurrentPrincipal() { username }: Principal,
  ): Promise<TaskView> {
    return this.runtime.database.transaction(async (tx) => {
      const task = await lockTask(tx, id);
      if (task.closed !== null) {
        throw new Problem('illegal-transition', { detail: `task ${id} is closed already` });
      }
      if (action === 'discard') await discardEvent(tx, task, username);
      const outcome = action === 'discard' ? 'discarded' : 'dismissed';
      const [closed] = await tx.query<TaskRow>(
        `update tasks set closed_at = $2, closed_by = $3, outcome = $4 where id = $1 returning ${columns}`,
        [id, Date.now(), username, outcome],
      );
      return toView(closed!);
    });
  }
}

async function lockTask(tx: Tx, id: string): Promise<TaskRow & { source: string }> {
  const [task] = uuid.safeParse(id).success
    ? await tx.query<TaskRow & { source: string }>(
        `select ${columns}, source from tasks where id = $1 for update`,
        [id],
      )
    : [];
  if (!task) throw new Problem('not-found', { detail: `no task ${id}` });
  return task;
}

/** @throws Problem when the event found its case in the meantime */
async function discardEvent(
  tx: Tx,
  { source, eventId }: { source: string; eventId: string },
  actor: string,
): Promise<void> {
  const parked = await tx.query<{ number: string }>(
    `select number::text as number from parked where source = $1 and event_id = $2 for update`,
    [source, eventId],
  );
  const ids = parked.map(({ number }) => number);
  if ((await new FailureDesk(tx).discardParked(ids, actor)) === 0) {
    throw new Problem('illegal-transition', { detail: 'the event has found its case meanwhile' });
  }
}
