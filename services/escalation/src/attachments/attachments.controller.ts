import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uuid } from '#contracts';
import type { AttachmentView, CaseAttachmentsView, Envelope } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Problem, recordViews, Roles, TakesStream } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { getCase } from '../cases/case-queries.js';
import { refuseToProblem } from '../cases/execute-command.js';
import { refuseFile } from '../domain/attachments/decide-attachments.js';
import { attachFile } from './attach-file.js';
import { getAttachment, listAttachments } from './attachment-rows.js';
import { contentOf } from './file-content.js';
import { dispositionOf, readUpload, spanIn } from './file-headers.js';

/** Files of a case: photos, recordings, letters. Who sees the case sees them, and it is noted who did. */
@Controller('api/v1/cases/:id/attachments')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class AttachmentsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
  ) {}

  @Get()
  async list(
    @Param('id') reference: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CaseAttachmentsView> {
    const { state, access } = await this.find(reference, principal);
    await this.noteView(state.id, principal);
    return { items: await listAttachments(this.runtime, state, access) };
  }

  /** What can be refused without its content is refused before any of it is read. */
  @Post()
  @HttpCode(201)
  @TakesStream()
  async attach(
    @Param('id') reference: string,
    @Req() request: FastifyRequest,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttachmentView> {
    try {
      const found = await this.find(reference, principal);
      const upload = readUpload(request.headers, request.body);
      refuseToProblem(() => refuseFile(found.state, upload.announcedBytes));
      const { runtime, parts } = this;
      const { attachment, isNew } = await attachFile(runtime, parts, found, upload, principal);
      if (!isNew) void reply.status(200);
      return attachment;
    } catch (error) {
      // What is left of a refused file would stand in the way of the next request; for the end of one that
      // is too large nobody waits.
      request.raw.resume();
      const isEndless = error instanceof Problem && error.slug === 'too-large';
      if (isEndless) void reply.header('connection', 'close');
      throw error;
    }
  }

  @Get(':attachmentId')
  async content(
    @Param('id') reference: string,
    @Param('attachmentId') id: string,
    @CurrentPrincipal() principal: Principal,
    @Req() { headers }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { state, access } = await this.find(reference, principal);
    if (!uuid.safeParse(id).success) throw new Problem('not-found');
    const file = await getAttachment(this.runtime, state, id, access);
    if (file.state === 'removed') throw new Problem('not-found', { detail: 'it was removed' });
    const { database, keys } = this.runtime;
    const sealed = [file.sealedKey, file.name].flatMap((text) =>
      text === null ? [] : (JSON.parse(text) as Envelope),
    );
    const [key, name] = await keys.open(database, sealed);
    if (key === undefined || name === undefined) {
      throw new Problem('not-found', { detail: 'the customer was erased, and the file with them' });
    }
    await this.noteView(state.id, principal);
    const digest = Buffer.from(file.checksum ?? '', 'hex').toString('base64');
    const etag = `"${file.id}"`;
    const asked = spanIn(headers, file.bytes, etag);
    const { first, last } = asked ?? { first: 0, last: file.bytes - 1 };
    void reply
      .status(asked ? 206 : 200)
      .headers({
        ...(asked && { 'content-range': `bytes ${first}-${last}/${file.bytes}` }),
        'content-type': file.mediaType,
        'content-length': last + 1 - first,
        'content-disposition': dispositionOf(name),
        'repr-digest': `sha-256=:${digest}:`,
        'accept-ranges': 'bytes',
        etag,
        'cache-control': 'private, no-store',
        // A customer's file is not to run in anybody's browser, whatever is in it.
        'x-content-type-options': 'nosniff',
        'content-security-policy': `sandbox; default-src 'none'`,
      })
      .send(contentOf(database, file.id, Buffer.from(key, 'base64'), { first, last }));
  }

  private async find(reference: string, principal: Principal) {
    const { database } = this.runtime;
    const access = await accessOf(database, principal);
    return { state: (await getCase(database, reference, access)).state, access };
  }

  private noteView(caseId: string, { username }: Principal): Promise<void> {
    const { database, clock } = this.runtime;
    return recordViews(database, [caseId], 'attachments', username, clock.now());
  }
}
