import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#testing';
import { choose } from './fill-forms.js';
import { givenCases } from './given-cases.js';
import { filled, languages } from './looks.js';
import { openTestConsole } from './open-test-console.js';
import type { TestConsole } from './open-test-console.js';

let tests: TestConsole;
let cases: string[];
beforeAll(async () => {
  tests = await openTestConsole();
  cases = await givenCases(tests.product);
}, 360_000);
afterAll(() => tests?.close(), 180_000);

describe('reports in the console', () => {
  it('draw every report beside another time', async () => {
    await tests.visit({ as: 'bi' }, async ({ page, open, texts }) => {
      for (const report of [
        'handling',
        'transfers',
        'repeats',
        'orders',
        'satisfaction',
        'churn',
        'churn-levels',
      ]) {
        await open(`reports/${report}?vs=previous`);
        await page.locator('.report-charts svg').first().waitFor();
        expect(await page.getByText(texts.common.state.failed).count()).toBe(0);
      }
    });
  }, 360_000);

  it('say how many customers are at a churn level now, since when and why, and not who', async () => {
    const figures = async () =>
      (await tests.product.call('bi', 'GET', '/api/v1/reports/churn-levels')).body['totals'];
    await waitFor(async () => ((await figures()) as { watch: number }).watch > 0, {
      describe: 'a customer at a level',
    });
    await tests.visit({ as: 'bi', path: 'reports/churn-levels' }, async ({ page, texts }) => {
      const { factors, figure, list, period } = texts.reports;
      await page.getByText(period.ofNow.level).waitFor();
      await page.getByText(factors.each).waitFor();
      // Why they are at it is in all below, under the name that leads there.
      const why = page.locator('section').filter({ hasText: figure['threat-regulator'] }).last();
      const name = await why.getByRole('heading').innerText();
      await page.getByRole('button', { name, exact: true }).click();
      expect(await page.evaluate('document.activeElement.querySelector("h2").innerText')).toBe(
        name,
      );
      const tile = page.locator('.report-tile').filter({ hasText: figure.watch });
      const count = await tile.getByRole('link').innerText();
      await tile.getByRole('link').click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('columnheader', { name: list.since }).waitFor();
      await drawer.getByText(figure['threat-regulator']).first().waitFor();
      const equal = list.equal.replaceAll('{{count}}', count);
      await drawer.getByText(equal).waitFor();
      expect(await drawer.innerText()).not.toMatch(/欧阳|13733334444/);
    });
  }, 180_000);

  it('slice orders by who owns the case and by their kind, which no other report offers', async () => {
    const { product } = tests;
    const dueAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
    const order = { units: ['south'], dueAt, text: '请核对用气量' };
    const command = `/api/v1/cases/${cases[0]}/commands/co-handle`;
    expect((await product.call('agent', 'POST', command, order)).status).toBe(200);
    const report = '/api/v1/reports/orders?by=owner';
    const owners = async () =>
      (await product.call('bi', 'GET', report)).body['rows'] as { group: string }[];
    await waitFor(async () => (await owners()).some(({ group }) => group === 'a-001'), {
      describe: 'the order in the report',
    });
    const path = 'reports/orders?by=owner&owner=a-001';
    await tests.visit({ as: 'bi', path }, async ({ page, open, texts }) => {
      const { column, by } = texts.reports;
      await page.getByRole('columnheader', { name: column.owner }).waitFor();
      await page.getByRole('row').filter({ hasText: 'a-001' }).first().waitFor();
      await page.getByRole('combobox', { name: column.owner }).waitFor();
      await open('reports/orders?by=kind&kind=co-handling,supervision');
      await page.getByRole('columnheader', { name: column.kind }).waitFor();
      const { kind } = texts.reports;
      await page.getByRole('row').filter({ hasText: kind['co-handling'] }).first().waitFor();
      await open('reports/volume?by=owner&owner=a-001');
      await page.getByRole('columnheader', { name: column.day }).waitFor();
      expect(await page.getByRole('combobox', { name: column.owner }).count()).toBe(0);
      await page.getByRole('combobox', { name: by.label }).waitFor();
    });
  }, 180_000);

  it('keep the first day that was chosen while figures are read again', async () => {
    await tests.visit({ as: 'bi', path: 'reports/volume' }, async ({ page, texts, settle }) => {
      const { period, live } = texts.reports;
      await choose(page, page.getByRole('combobox', { name: period.label }), period.custom);
      const first = page.locator('.ant-picker-range input').first();
      await first.click();
      const day = (end: string) =>
        page.locator(`.ant-picker-dropdown td.ant-picker-cell-in-view[title$="${end}"]`).first();
      await day('-10').click();
      const chosen = await first.inputValue();
      // As a live stream does it, without leaving the picker.
      await page.getByRole('button', { name: live.refresh }).dispatchEvent('click');
      await settle();
      await day('-12').click();
      await page.waitForURL(`**from=${chosen}**`);
    });
  }, 180_000);

  it('show attainment by kind of clock, with a list that says what was due when', async () => {
    const { body } = await tests.product.call(
      'bi',
      'GET',
      '/api/v1/reports/sla-attainment?by=clock',
    );
    const rows = body['rows'] as { group: string; openRunning: number }[];
    const running = rows.find(({ openRunning }) => openRunning > 0);
    const path = 'reports/sla-attainment';
    await tests.visit({ as: 'bi', path }, async ({ page, open, texts }) => {
      const { by, clock, column, list, period } = texts.reports;
      await choose(page, page.getByRole('combobox', { name: by.label }), by.clock);
      await page.getByRole('columnheader', { name: column.clock, exact: true }).waitFor();
      const kind = running?.group as keyof typeof clock;
      await page.getByRole('row').filter({ hasText: clock[kind] }).first().waitFor();
      const opened = { by: 'clock', list: 'sla-attainment', figure: 'openRunning', row: kind };
      await open(`${path}?period=all&${new URLSearchParams(opened).toString()}`);
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('columnheader', { name: list.due, exact: true }).waitFor();
      await drawer.getByText(clock[kind]).first().waitFor();
      await drawer.getByText(period.whole).waitFor();
      expect(await drawer.innerText()).not.toMatch(/[a-z]#\d/);
    });
  }, 180_000);

  it('of now open over everything, and say when they are narrowed', async () => {
    const path = 'reports/volume?period=last-week';
    await tests.visit({ as: 'bi', path }, async ({ page, texts }) => {
      const { by, age, figure, period } = texts.reports;
      await page.locator('.report-nav a[href*="/reports/backlog"]').click();
      await page.getByText(period.ofNow.receipt).waitFor();
      expect(page.url()).not.toContain('period=last-week');
      await page.locator('.report-tile').filter({ hasText: figure.secondsOldest }).waitFor();
      await choose(page, page.getByRole('combobox', { name: by.label }), by.age);
      await page.getByRole('row').filter({ hasText: age['under-1-day'] }).first().waitFor();
      const chosen = page.getByRole('combobox', { name: period.label });
      await choose(page, chosen, period['last-week']);
      await page.getByText(period.narrowed.receipt.split('{{')[0]!.trim()).waitFor();
    });
  }, 180_000);

  it('of now give the period back to whoever goes on from there', async () => {
    const path = 'reports/volume?period=last-7';
    await tests.visit({ as: 'bi', path }, async ({ page, texts }) => {
      const { period } = texts.reports;
      const to = (report: string) => page.locator(`.report-nav a[href*="/reports/${report}?"]`);
      await to('backlog').click();
      await page.getByText(period.ofNow.receipt).waitFor();
      await to('churn-levels').click();
      await page.getByText(period.ofNow.level).waitFor();
      await to('volume').click();
      await page.waitForURL('**/reports/volume?**period=last-7**');
    });
  }, 180_000);

  it('have a total and per cent of it, and are sorted by a click on a heading', async () => {
    const path = 'reports/volume?by=severity';
    await tests.visit({ as: 'bi', path }, async ({ page, texts }) => {
      const { figure, group, table } = texts.reports;
      const total = page.locator('.ant-table-summary').filter({ hasText: group.total });
      await total.first().waitFor();
      const [whole = ''] = await total.getByRole('link').allInnerTexts();
      const part = table.part.replace('{{all}}', whole).split('{{part}}');
      const said = part.reduce((longest, text) => (text.length > longest.length ? text : longest));
      await page.getByText(said.trim()).first().waitFor();
      await page.getByRole('columnheader', { name: figure.received, exact: true }).click();
      await page.waitForURL('**sort=-received**');
      await page.locator('th[aria-sort="descending"]').first().waitFor();
      const counts = await page
        .locator('.ant-table-tbody tr.ant-table-row td:nth-of-type(1) a')
        .allInnerTexts();
      const numbers = counts.map(Number);
      expect(numbers).toEqual([...numbers].sort((one, other) => other - one));
    });
  }, 180_000);

  it('offer a link with the period, and one with its days', async () => {
    await tests.visit({ as: 'bi', path: 'reports/volume' }, async ({ page, texts }) => {
      const { link, period } = texts.reports;
      await page.getByRole('button', { name: link.copy }).click();
      const moving = link.moving.tomorrow.replace('{{period}}', period['last-30']);
      await page.getByRole('button', { name: moving }).waitFor();
      await page.getByRole('button', { name: link.fixed }).waitFor();
    });
  }, 180_000);

  it('say the link itself where the browser does not let it be copied', async () => {
    const path = 'reports/volume?period=last-month';
    await tests.visit({ as: 'bi', path }, async ({ page, texts }) => {
      const { link, period } = texts.reports;
      await page.evaluate(
        `void (navigator.clipboard.writeText = () => Promise.reject(new Error('denied')))`,
      );
      await page.getByRole('button', { name: link.copy }).click();
      const moving = filled(link.moving.month, { period: period['last-month'] });
      await page.getByRole('button', { name: moving }).click();
      await page.getByText(link.is.split('{{')[0]!.trim()).first().waitFor();
      await page
        .getByText(/\/app\/reports\/volume\?.*period=last-month/)
        .first()
        .waitFor();
    });
  }, 180_000);

  it('with fixed days are compared with what they are compared with today', async () => {
    const path = 'reports/volume?period=this-month&vs=previous&by=unit';
    await tests.visit({ as: 'bi', path }, async ({ page, open, texts }) => {
      const { link, period } = texts.reports;
      const told = page.locator('.report-told').filter({ hasText: period.by.month });
      const before = await told.first().innerText();
      await page.evaluate(
        `void (navigator.clipboard.writeText = (text) => Promise.resolve((globalThis.copied = text)))`,
      );
      await page.getByRole('button', { name: link.copy }).click();
      await page.getByRole('button', { name: link.fixed }).click();
      await page.getByText(link.copied).first().waitFor();
      // What was chosen is done: the choices are away.
      await page.getByRole('button', { name: link.fixed }).waitFor({ state: 'hidden' });
      const { pathname, search } = new URL(String(await page.evaluate('globalThis.copied')));
      expect(search).not.toContain('period=');
      await open(`${pathname.replace('/app/', '')}${search}`);
      await told.first().waitFor();
      expect(await told.first().innerText()).toBe(before);
    });
  }, 180_000);

  it('say beside a total that its rows add up to more where a case stands in several', async () => {
    await tests.visit({ as: 'bi' }, async ({ page, open, texts }) => {
      const { table } = texts.reports;
      await page.route(/\/api\/v1\/reports\/handling\?/, async (route) => {
        const answer = await route.fetch();
        const body = (await answer.json()) as { totals: Record<string, unknown> };
        const row = (group: string) => ({ ...body.totals, group, handled: 2 });
        const totals = { ...body.totals, handled: 3 };
        const rows = [row('app'), row('phone')];
        await route.fulfill({ response: answer, json: { ...body, totals, rows } });
      });
      await open('reports/handling?by=channel&period=all');
      const total = page.locator('.ant-table-summary');
      await total.getByText(table.inRows.replace('{{sum}}', '4')).first().waitFor();
      await page.getByText(table.overlaps).waitFor();
      // Nothing is below a channel: its name opens its list.
      await page.getByText(table.names).waitFor();
      expect(await page.locator('.report-down').count()).toBe(0);
    });
  }, 180_000);

  it('have no per cent of a total beside a rate', async () => {
    const path = 'reports/sla-attainment?period=all&by=clock';
    await tests.visit({ as: 'bi', path }, async ({ page, texts }) => {
      const { column, table } = texts.reports;
      await page.getByRole('columnheader', { name: column.clock, exact: true }).waitFor();
      expect(await page.locator('.report-part').count()).toBe(0);
      expect(await page.getByText(table.ofTotal).count()).toBe(0);
    });
  }, 180_000);

  it('open the list of all that a rate is of, whose order stands in the address', async () => {
    const path = 'reports/repeats?period=all';
    await tests.visit({ as: 'bi', path }, async ({ page, texts }) => {
      const { figure, list } = texts.reports;
      const rate = page.locator('.report-tile').filter({ hasText: figure.repeatRate }).first();
      const count = (await rate.getByRole('link').innerText()).replace(/\D/g, '');
      await rate.getByRole('link').click();
      const drawer = page.getByRole('dialog');
      await drawer.getByText(list.equal.replaceAll('{{count}}', count)).waitFor();
      await drawer.getByRole('columnheader', { name: list.received }).click();
      await page.waitForURL('**order=received**');
      await page.reload();
      const sorted = drawer.locator('th[aria-sort="ascending"]');
      await sorted.filter({ hasText: list.received }).waitFor();
    });
  }, 180_000);

  it('of the overview are a chart or a table, as the address says', async () => {
    await tests.visit({ as: 'bi', path: 'reports' }, async ({ page, texts }) => {
      const { chart } = texts.reports;
      const view = page.getByRole('radiogroup', { name: chart.view }).first();
      await view.getByText(chart.asTable).click();
      await page.waitForURL('**tables=**');
      await page.reload();
      await page.locator('.report-table').first().waitFor();
      expect(await page.locator('.report-table').count()).toBe(1);
      await view.getByText(chart.asChart).click();
      await page.waitForURL((url) => !url.search.includes('tables='));
    });
  }, 180_000);

  it('look stale until what was chosen is read, and choices stay where they are', async () => {
    await tests.visit({ as: 'bi', path: 'reports/volume' }, async ({ page, texts }) => {
      const { column, comparison, live, period } = texts.reports;
      const figures = page.locator('.report-figures').first();
      await figures.locator('.report-tile').first().waitFor();
      const filter = page.getByRole('combobox', { name: column.channel });
      const placed = async () => (await filter.boundingBox())?.x;
      const at = await placed();
      let release: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => (release = resolve));
      await page.route(/\/api\/v1\/reports\/volume\?/, async (route) => {
        await gate;
        await route.continue();
      });
      const compared = page.getByRole('combobox', { name: comparison.label });
      await choose(page, compared, comparison.previous);
      await figures.getByText(live.reading).waitFor();
      release();
      await page.locator('.report-figures[aria-busy="false"]').first().waitFor();
      expect(await placed()).toBe(at);
      const days = page.getByRole('combobox', { name: period.label });
      await choose(page, days, period['this-year']);
      await page.waitForURL('**period=this-year**');
    });
  }, 180_000);

  it.each(languages)(
    'keep figures and columns to their places in %s',
    async (language) => {
      const outside = `[...document.querySelectorAll('.report-tile, .report-table th, .report-table td')]
      .filter((one) => !one.matches('.ant-table-cell-fix-start, .ant-table-measure-row *'))
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => one.innerText)`;
      for (const width of [1280, 1440, 1920]) {
        const size = { width, height: 900 };
        await tests.visit({ as: 'bi', language, size }, async ({ page, open, texts }) => {
          const tooFew = texts.reports.share.insufficient.cases;
          await open('reports/repeats?period=all&by=channel');
          await page.locator('.report-tile').getByText(tooFew).waitFor();
          await page.locator('.report-table').getByText(tooFew).first().waitFor();
          expect(await page.locator('.report-tile .report-weak').count()).toBe(1);
          expect({ width, outside: await page.evaluate(outside) }).toEqual({ width, outside: [] });
          await open('reports/handling?period=all&by=severity');
          await page.locator('.report-table').waitFor();
          expect({ width, outside: await page.evaluate(outside) }).toEqual({ width, outside: [] });
        });
      }
    },
    360_000,
  );

  it('open the list of a line that has nothing below it, the oldest of a backlog first', async () => {
    const path = 'reports/backlog?by=age';
    await tests.visit({ as: 'bi', path }, async ({ page, texts }) => {
      const { age, list } = texts.reports;
      const line = page.locator('.report-table th[scope="row"]');
      await line.filter({ hasText: age['under-1-day'] }).getByRole('link').click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('columnheader', { name: list.age, exact: true }).waitFor();
      await page.waitForURL('**row=under-1-day**');
    });
  }, 180_000);

  it('open the list of a dot for whoever clicks near it', async () => {
    const path = 'reports/repeats?period=all&by=channel';
    await tests.visit({ as: 'bi', path }, async ({ page }) => {
      const chart = page.locator('.report-charts .panel-body svg').first();
      await chart.scrollIntoViewIfNeeded();
      const dot = await chart.locator('path[d^="M1 0A1 1"]').first().boundingBox();
      await page.mouse.click(dot!.x + dot!.width / 2, dot!.y + dot!.height / 2 - 9);
      await page.getByRole('dialog').waitFor();
    });
  }, 180_000);

  it('say where in the organisation one is at the table too, and what was saved', async () => {
    const path = 'reports/volume?by=unit&unit=north';
    await tests.visit({ as: 'bi', path }, async ({ page, texts }) => {
      const { column, export: saving, filter, saved } = texts.reports;
      const name = filled(filter.pathOfTable, { of: column.unit });
      const way = page.getByRole('navigation', { name });
      const table = page.locator('.panel').filter({ has: page.locator('.report-table') });
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        table.getByRole('button').filter({ hasText: saving.csv }).click(),
      ]);
      await page.getByText(filled(saved, { name: file.suggestedFilename() })).waitFor();
      await way.getByRole('link', { name: filter.whole.unit }).click();
      await way.waitFor({ state: 'hidden' });
    });
  }, 180_000);
});
