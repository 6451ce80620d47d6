import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';

/** What the stock programs store of a complaint. */
@Entity({ name: 'bench_complaints' })
export class Complaint {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  channel!: string;

  @Column('text')
  category!: string;

  @Column('text')
  severity!: string;

  @Column('jsonb')
  body!: object;

  @Column('timestamptz')
  receivedAt!: Date;
}

/** Ten connections, as a careful user would configure it. */
export async function openSource(): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: process.env['DATABASE_URL'],
    entities: [Complaint],
    synchronize: true,
    poolSize: 10,
  });
  return source.initialize();
}
