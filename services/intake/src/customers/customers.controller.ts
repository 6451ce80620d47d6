import { Controller, Get, HttpCode, Inject, Param, Patch, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  customerBody,
  customerChange,
  customerImportBody,
  customerListQuery,
  uuid,
} from '#contracts';
import type {
  CustomerBody,
  CustomerImportBody,
  CustomerImportView,
  CustomerListQuery,
} from '#contracts';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import {
  CurrentPrincipal,
  listViews,
  parseOrProblem,
  Problem,
  recordViews,
  Roles,
  ZodBody,
  ZodQuery,
} from '#platform';
import type { Principal } from '#platform';
import { normalisePhone } from '../domain/phone.js';
import { actorOf, eventHeaders } from '../filing/read-filing.js';
import { findCustomer, listCustomers, type CustomerRow } from './customer.repository.js';
import { findByText } from './find-by-text.js';
import { findCustomerErrors } from './find-customer-errors.js';
import { importCustomers } from './import-customers.js';
import { changeCustomer, registerCustomer, type CustomerChange } from './register-customer.js';

/** `/api/v1/customers`: look-up by phone or by what is known of them, pages by id, register, import, change. */
@Controller('api/v1/customers')
@Roles('agent', 'supervisor', 'admin')
export class CustomersController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  async list(
    @ZodQuery(customerListQuery) query: CustomerListQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    const { database, keys } = this.runtime;
    if (query.q !== undefined) {
      const found = await findByText(database, query.q, query.limit);
      return { items: await this.shown(found, principal), next: null };
    }
    const rows = await listCustomers(database, {
      lookupHash: query.phone && keys.lookupHash(normalisePhone(query.phone)),
      after: query.cursor,
      limit: query.limit + 1,
    });
    const page = rows.slice(0, query.limit);
    const next = rows.length > query.limit ? page.at(-1)!.id : null;
    return { items: await this.shown(page, principal), next };
  }

  @Get(':id')
  async get(@Param('id') id: string, @CurrentPrincipal() principal: Principal) {
    const found = await this.getCustomer(parseOrProblem(uuid, id, 'id'));
    const [one] = await this.shown([found], principal);
    return one!;
  }

  @Get(':id/views')
  @Roles('manager', 'admin')
  async views(@Param('id') id: string) {
    const found = await this.getCustomer(parseOrProblem(uuid, id, 'id'));
    return { items: await listViews(this.runtime.database, found.id) };
  }

  /** By a phone that is known it is a look-up, whatever else was typed. */
  @Post()
  async register(
    @ZodBody(customerBody) body: CustomerBody,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    refuseBadText(body);
    const { database, clock } = this.runtime;
    const headers = eventHeaders(actorOf(principal));
    const { id, isNew } = await database.transaction((tx) =>
      registerCustomer(tx, this.runtime, body, headers, clock.now()),
    );
    const found = await this.getCustomer(id);
    if (isNew) return view(found);
    reply.status(200);
    const [known] = await this.shown([found], principal);
    return known!;
  }

  @Post('imports')
  @HttpCode(207)
  @Roles('admin')
  async import(
    @ZodBody(customerImportBody) { customers, dryRun }: CustomerImportBody,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CustomerImportView> {
    const headers = eventHeaders(actorOf(principal));
    return { items: await importCustomers(this.runtime, customers, headers, { dryRun }) };
  }

  @Patch(':id')
  async change(
    @Param('id') id: string,
    @ZodBody(customerChange) body: CustomerChange,
    @CurrentPrincipal() principal: Principal,
  ) {
    refuseBadText(body);
    const { database, clock } = this.runtime;
    const customerId = parseOrProblem(uuid, id, 'id');
    const headers = eventHeaders(actorOf(principal));
    await database.transaction((tx) =>
      changeCustomer(tx, this.runtime, customerId, body, headers, clock.now()),
    );
    return view(await this.getCustomer(customerId));
  }

  /** Whoever changes a customer has seen what was typed; whoever looks one up is noted. */
  private async shown(rows: readonly CustomerRow[], { username }: Principal) {
    const { database, clock } = this.runtime;
    const ids = rows.map(({ id }) => id);
    await recordViews(database, ids, 'customer', username, clock.now());
    return rows.map(view);
  }

  private async getCustomer(id: string): Promise<CustomerRow> {
    const row = await findCustomer(this.runtime.database, id);
    if (!row) throw new Problem('not-found');
    return row;
  }
}

function refuseBadText(body: CustomerChange): void {
  const errors = findCustomerErrors(body);
  if (errors.length > 0) throw new Problem('validation', { errors });
}

function view({ createdAt, ...row }: CustomerRow) {
  return { ...row, createdAt: new Date(createdAt).toISOString() };
}
