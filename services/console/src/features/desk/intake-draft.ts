import { api, bodyOf } from '../../api/client.js';
import type { Intake } from './desk-types.js';
import { withoutUnread } from './intake.js';

/** What is being taken down, with the key under which it is filed however often that is tried. */
export interface IntakeDraft {
  key: string;
  intake: Intake;
}

/** What the server keeps of somebody; version 0 where that is nothing. */
export interface KeptIntake {
  version: number;
  draft: { key: string; form: Intake; savedAt: string } | null;
}

/** Where drafts are kept. Each of these is refused as `stale-version` where another version is kept. */
export interface DraftServer {
  read(): Promise<KeptIntake>;
  /** Answers the version that is kept now. */
  put(draft: IntakeDraft, expectedVersion: number): Promise<number>;
  drop(expectedVersion: number): Promise<void>;
}

/** Browsers let 64 KiB outlive their page: a longer form has to be kept before. */
const mostCharacters = 15_000;

/** The desk opens once this is read, or at the latest after so long: somebody may be on the phone. */
const longestReadMs = 3_000;

const path = '/api/v1/intake-draft';

export const draftServer: DraftServer = {
  read: () => bodyOf(api.GET(path, { signal: AbortSignal.timeout(longestReadMs) })),
  async put({ key, intake }, expectedVersion) {
    const form = withoutUnread(intake);
    const body = { expectedVersion, key, form };
    const keepalive = JSON.stringify(body).length < mostCharacters;
    const { version } = await bodyOf(api.PUT(path, { body, keepalive }));
    return version;
  },
  async drop(expectedVersion) {
    const params = { query: { expectedVersion } };
    await bodyOf(api.DELETE(path, { params, keepalive: true }));
  },
};
