import { doubtRoles, isServed, onSignedIn } from './client.js';

export interface StreamEvent {
  type: string;
  data: Record<string, unknown>;
}

export interface Follower {
  onEvent(event: StreamEvent): void;
  onReset(): void;
  onLive(isLive: boolean): void;
}

/** A stream while it is followed. */
export interface Following {
  /** Whether it stays in a tab that is out of sight, from now on. */
  stayInBackground(isWished: boolean): void;
  stop(): void;
}

export type Follow = (
  path: string,
  types: readonly string[],
  to: Follower,
  wishes?: { inBackground?: boolean },
) => Following;

/** More types than that the server lets nobody name. */
const mostTypes = 200;

/**
 * Of a log those types alone are sent: in a second a house has hundreds of others. Whoever follows nearly all of them,
 * as those of cases are, is sent all.
 */
const addressOf = (path: string, types: readonly string[]) =>
  path.includes('?') || types.length > mostTypes ? path : `${path}?types=${types.join(',')}`;

const firstWaitMs = 1_000;
const longestWaitMs = 30_000;
/** Whoever looks something up in another tab comes back sooner. */
const awakeMs = 30_000;

/**
 * Follows a stream until that is stopped. A browser takes a stream up again by itself where the
 * network failed; where the server refused it, as one that is replaced or a session that has ended does, it gives up for
 * good: then the server is asked again and again, and at once when somebody signs in. The server also ends a stream
 * whose reader has other roles by now: once it is taken up again, or refused, the session is asked who that is. In a
 * tab that is out of sight it is let go, as a browser has six connections for all tabs together, unless it is followed
 * `inBackground`.
 */
export const followStream: Follow = (path, types, to, { inBackground = false } = {}) => {
  let stays = inBackground;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let falling: ReturnType<typeof setTimeout> | undefined;
  let isAsleep = false;
  let waitMs = firstWaitMs;
  let isOver = false;
  let hasMissed = false;
  let wasCut = false;

  const hear = (event: MessageEvent<string>) =>
    to.onEvent({ type: event.type, data: JSON.parse(event.data) as Record<string, unknown> });
  const connect = () => {
    const opened = new EventSource(addressOf(path, types));
    source = opened;
    opened.addEventListener('open', () => {
      to.onLive(true);
      waitMs = firstWaitMs;
      // A new one begins at the present.
      if (hasMissed) to.onReset();
      hasMissed = false;
      if (wasCut) doubtRoles();
      wasCut = false;
    });
    opened.addEventListener('error', () => {
      to.onLive(false);
      wasCut = true;
      if (opened.readyState !== EventSource.CLOSED) return;
      hasMissed = true;
      later();
    });
    opened.addEventListener('reset', () => to.onReset());
    for (const type of types) opened.addEventListener(type, hear);
  };
  const tryAgain = async () => {
    timer = undefined;
    const mayConnect = await isServed();
    // Somebody may have signed in meanwhile.
    if (isOver || isAsleep || !isClosed() || timer) return;
    if (!mayConnect) return later();
    // Where it is refused although somebody is signed in, their roles are others.
    wasCut = false;
    doubtRoles();
    connect();
  };
  const later = () => {
    timer = setTimeout(() => void tryAgain(), waitMs);
    waitMs = Math.min(longestWaitMs, waitMs * 2);
  };
  const isClosed = () => source?.readyState === EventSource.CLOSED;
  const stopListening = onSignedIn(() => {
    if (isAsleep || !isClosed()) return;
    clearTimeout(timer);
    timer = undefined;
    connect();
  });

  const fallAsleep = () => {
    isAsleep = true;
    hasMissed = true;
    clearTimeout(timer);
    timer = undefined;
    source?.close();
    to.onLive(false);
  };
  const see = () => {
    clearTimeout(falling);
    const mayRest = document.hidden && !stays;
    if (mayRest && !isAsleep) falling = setTimeout(fallAsleep, awakeMs);
    else if (!mayRest && isAsleep) {
      isAsleep = false;
      connect();
    }
  };
  document.addEventListener('visibilitychange', see);

  // Many a tab is opened behind another one, and looked at later.
  if (document.hidden && !stays) isAsleep = hasMissed = true;
  else connect();
  return {
    stayInBackground(isWished) {
      stays = isWished;
      see();
    },
    stop() {
      isOver = true;
      stopListening();
      document.removeEventListener('visibilitychange', see);
      clearTimeout(falling);
      clearTimeout(timer);
      source?.close();
    },
  };
};
