import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { CategoryDefined, ProductDefined, UnitDefined } from '#contracts';
import type { DataOf } from '#contracts';
import { projection, serviceTransport } from '#eventing';
import type { BatchContext, StoredEvent } from '#eventing';
import type { Tx } from '#platform';

const transport = serviceTransport('escalation');

/** Which codes evidence may name, as intake's organisation says. */
@Controller()
export class DirectoryController {
  @EventPattern<string>(UnitDefined.type, transport, projection())
  onUnit(
    @Payload() { data }: StoredEvent<DataOf<typeof UnitDefined>>,
    @Ctx() { tx }: BatchContext,
  ): Promise<void> {
    return saveEntry(tx, 'unit', data);
  }

  @EventPattern<string>(CategoryDefined.type, transport, projection())
  onCategory(
    @Payload() { data }: StoredEvent<DataOf<typeof CategoryDefined>>,
    @Ctx() { tx }: BatchContext,
  ): Promise<void> {
    return saveEntry(tx, 'category', data);
  }

  @EventPattern<string>(ProductDefined.type, transport, projection())
  onProduct(
    @Payload() { data }: StoredEvent<DataOf<typeof ProductDefined>>,
    @Ctx() { tx }: BatchContext,
  ): Promise<void> {
    return saveEntry(tx, 'product', data);
  }
}

async function saveEntry(
  tx: Tx,
  kind: 'unit' | 'category' | 'product',
  { code, parent, active }: { code: string; parent?: string; active: boolean },
): Promise<void> {
  await tx.query(
    `insert into directory (kind, code, parent, active) values ($1, $2, $3, $4)
     on conflict (kind, code) do update set parent = excluded.parent, active = excluded.active`,
    [kind, code, parent ?? null, active],
  );
}
