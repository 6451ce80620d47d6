// Intake as NestJS' documentation has it: the Fastify adapter and one repository.save per request; the
// same body and the same validation.
import 'reflect-metadata';
import {
  Body,
  Controller,
  Inject,
  Module,
  Post,
  StandardSchemaValidationPipe,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { complaintBody } from '#contracts';
import type { ComplaintBody } from '#contracts';
import { Complaint, openSource } from './complaint-entity.js';

@Controller('api/v1/complaints')
class ComplaintsController {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  @Post()
  async file(
    @Body({ schema: complaintBody }) body: ComplaintBody,
  ): Promise<{ complaintId: string }> {
    const id = uuidv7();
    await this.source.getRepository(Complaint).save({
      id,
      channel: body.channel,
      category: body.category,
      severity: body.severity ?? 'normal',
      body,
      receivedAt: new Date(),
    });
    return { complaintId: id };
  }
}

@Module({
  controllers: [ComplaintsController],
  providers: [{ provide: DataSource, useFactory: openSource }],
})
class IntakeModule {}

const app = await NestFactory.create<NestFastifyApplication>(IntakeModule, new FastifyAdapter(), {
  logger: ['error'],
});
app.useGlobalPipes(new StandardSchemaValidationPipe());
app.enableShutdownHooks();
await app.listen(Number(process.env['PORT']), '127.0.0.1');
console.log('ready');
