import { Agent, request } from 'node:https';

export interface PeerAnswer {
  status: number;
  body: unknown;
}

/** Where the own process listens, and the certificate it shows there. */
interface OwnAddress {
  url: string;
  agent?: Agent;
}

/** How a service asks another one over its API, with the authorization of whoever asked. */
export class Peers {
  #own?: OwnAddress;

  /** `urls`: base URL of each service's HTTP, used for those that are not `together` in this process. */
  constructor(
    private readonly urls: Readonly<Record<string, string>>,
    private readonly together: ReadonlySet<string> = new Set(),
  ) {}

  /** The services in this process listen now. */
  attach(url: string, certificate?: string): void {
    // The own certificate is trusted as it is: nobody else need, nor need it name the loopback address.
    const trust = { allowPartialTrustChain: true, checkServerIdentity: () => undefined };
    const agent = certificate && new Agent({ ...trust, ca: certificate, keepAlive: true });
    this.#own = { url, ...(agent && { agent }) };
  }

  urlOf(service: string): string {
    const url = this.#own && this.together.has(service) ? this.#own.url : this.urls[service];
    if (!url) throw new RangeError(`no address is known for ${service}`);
    return url;
  }

  /** Rejects when the service can't be reached or the signal is aborted. */
  get(
    service: string,
    path: string,
    authorization: string,
    signal: AbortSignal,
  ): Promise<PeerAnswer> {
    return this.#ask('GET', service, path, { authorization, signal });
  }

  /** As `get`. */
  delete(
    service: string,
    path: string,
    authorization: string,
    signal: AbortSignal,
  ): Promise<PeerAnswer> {
    return this.#ask('DELETE', service, path, { authorization, signal });
  }

  async #ask(
    method: string,
    service: string,
    path: string,
    { authorization, signal }: { authorization: string; signal: AbortSignal },
  ): Promise<PeerAnswer> {
    const url = this.urlOf(service) + path;
    const init = { method, headers: { authorization }, signal };
    const agent = this.together.has(service) ? this.#own?.agent : undefined;
    if (agent) return askOver(agent, url, init);
    const response = await fetch(url, init);
    return { status: response.status, body: parsed(await response.text()) };
  }

  /** Lets idle connections to the own process go. */
  close(): void {
    this.#own?.agent?.destroy();
  }
}

/** What `fetch` can't: a request that trusts a certificate of its own. */
function askOver(
  agent: Agent,
  url: string,
  init: { method: string; headers: Record<string, string>; signal: AbortSignal },
): Promise<PeerAnswer> {
  return new Promise((resolve, reject) => {
    const call = request(url, { agent, ...init }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('error', reject);
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body: parsed(text) }));
    });
    call.once('error', reject).end();
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
