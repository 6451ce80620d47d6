// The pipeline as NestJS' documentation has it: Transport.KAFKA, repository.save, ClientKafka.emit.
import 'reflect-metadata';
import { Controller, Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  ClientKafka,
  ClientsModule,
  EventPattern,
  Payload,
  Transport,
} from '@nestjs/microservices';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { DataSource } from 'typeorm';
import { Complaint, openSource } from './complaint-entity.js';

const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');

interface Incoming {
  id: string;
  channel: string;
  category: string;
  severity: string;
  receivedAt: string;
}

@Controller()
class ComplaintsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject('KAFKA') private readonly client: ClientKafka,
  ) {}

  @EventPattern('bench.in')
  async onComplaint(@Payload() complaint: Incoming): Promise<void> {
    const { id, channel, category, severity, receivedAt } = complaint;
    await this.source.getRepository(Complaint).save({
      id,
      channel,
      category,
      severity,
      body: complaint,
      receivedAt: new Date(receivedAt),
    });
    await lastValueFrom(
      this.client.emit('bench.out', { key: id, value: { id, stage: 'control', receivedAt } }),
    );
  }
}

@Module({
  imports: [
    ClientsModule.register([
      {
        name: 'KAFKA',
        transport: Transport.KAFKA,
        options: { client: { brokers }, producerOnlyMode: true },
      },
    ]),
  ],
  controllers: [ComplaintsController],
  providers: [{ provide: DataSource, useFactory: openSource }],
})
class PipelineModule {}

const app = await NestFactory.createMicroservice<MicroserviceOptions>(PipelineModule, {
  transport: Transport.KAFKA,
  logger: ['error'],
  options: {
    client: { brokers },
    consumer: { groupId: 'bench-stock' },
    subscribe: { fromBeginning: true },
    run: { partitionsConsumedConcurrently: 3 },
  },
});
app.enableShutdownHooks();
await app.listen();
console.log('ready');
