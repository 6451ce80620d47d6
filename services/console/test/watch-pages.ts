import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Request } from 'playwright-core';
import { en } from './all-texts.js';

/** What the pages of a browser do that no page of the console may, and what they ask the server for. */
export interface Watch {
  readonly findings: readonly string[];
  /** `GET /api/v1/cases`, in the order in which they were asked. */
  readonly asked: readonly string[];
  /** Nothing was on its way for a quarter of a second, live streams aside. */
  isQuiet(): boolean;
  /** Something is about to be asked for: it is not quiet yet. */
  stir(): void;
}

const script = readFileSync(join(import.meta.dirname, 'page-script.mjs'), 'utf8');
const firstWords = Object.values(en).flatMap((texts: object) => Object.keys(texts));
const quietMs = 250;

/** The browser's own words about an answer, which is judged by its status. */
const ofAnswer =
  /^Failed to load resource: the server responded|^EventSource's response has a (status|MIME type)/;
const ofCutOff = /^Failed to load resource: net::ERR_/;
/** The machine got or lost a network meanwhile; whatever was asked for is asked for again. */
const ofMachine = /^Failed to load resource: net::ERR_NETWORK_CHANGED/;
/** What a server that is about to end still answers. */
const ofClosing = /^503 /;
/** How a page learns that nobody is signed in. */
const nobody = /^401 GET \/api\/v1\/session$/;

/**
 * Follows every page of a browser from now on. Refusals of the server are findings too, but for those that
 * `expected` names as `409 POST /api/v1/complaints`; so is a server that does not answer, but where it `isCutOff`.
 */
export async function watchPages(
  context: BrowserContext,
  origin: string,
  expected: readonly RegExp[] = [],
  isCutOff = false,
): Promise<Watch> {
  const findings: string[] = [];
  const asked: string[] = [];
  const pending = new Set<Request>();
  let restedAt = performance.now();
  const allowed = [nobody, ...expected, ...(isCutOff ? [ofClosing] : [])];
  const lineOf = (request: Request) => `${request.method()} ${new URL(request.url()).pathname}`;
  const rest = (request: Request) => {
    pending.delete(request);
    restedAt = performance.now();
  };

  await context.addInitScript({
    content: `(() => {${script}; watchPage(${JSON.stringify(firstWords)}); })()`,
  });
  context.on('console', (message) => {
    if (message.type() !== 'error' || ofAnswer.test(message.text())) return;
    if (isCutOff && ofCutOff.test(message.text())) return;
    if (ofMachine.test(message.text())) return;
    findings.push(`error in the console: ${message.text()}`);
  });
  context.on('weberror', (error) => findings.push(`thrown: ${String(error.error().stack)}`));
  context.on('dialog', (dialog) => {
    findings.push(`a dialog of a script: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (['data:', 'blob:'].includes(url.protocol)) return;
    if (url.origin !== origin) findings.push(`asked another origin: ${request.url()}`);
    asked.push(lineOf(request));
    if (request.resourceType() !== 'eventsource') pending.add(request);
  });
  context.on('requestfinished', rest);
  context.on('requestfailed', rest);
  context.on('response', (response) => {
    const refusal = `${response.status()} ${lineOf(response.request())}`;
    if (response.status() < 400 || allowed.some((one) => one.test(refusal))) return;
    findings.push(`the server refused: ${refusal}`);
  });
  return {
    findings,
    asked,
    isQuiet: () => pending.size === 0 && performance.now() - restedAt >= quietMs,
    stir: () => void (restedAt = performance.now()),
  };
}
