import type { Follow, Follower, Following } from './follow-stream.js';

interface Shared {
  following: Following;
  /** Who follows it, and whether they want it in a tab that is out of sight. */
  followers: Map<Follower, boolean>;
  isLive: boolean;
}

/**
 * One connection for all that follow the same types of one stream at a time: a browser has six of them. It stays in the
 * background as long as one of them wants that, and ends with the last. Whoever comes later begins at the present.
 */
export function shareStreams(follow: Follow): Follow {
  const streams = new Map<string, Shared>();

  const open = (path: string, types: readonly string[], inBackground: boolean): Shared => {
    const followers: Shared['followers'] = new Map();
    const tell = (say: (follower: Follower) => void) => [...followers.keys()].forEach(say);
    const toAll: Follower = {
      onEvent: (event) => tell((one) => one.onEvent(event)),
      onReset: () => tell((one) => one.onReset()),
      onLive(isLive) {
        shared.isLive = isLive;
        tell((one) => one.onLive(isLive));
      },
    };
    const following = follow(path, types, toAll, { inBackground });
    const shared: Shared = { following, followers, isLive: false };
    return shared;
  };

  return (path, types, to, { inBackground = false } = {}) => {
    const key = [path, ...types].join(' ');
    const shared = streams.get(key) ?? open(path, types, inBackground);
    streams.set(key, shared);
    const { followers, following } = shared;
    const settle = () => following.stayInBackground([...followers.values()].includes(true));
    const stayInBackground = (isWished: boolean) => {
      followers.set(to, isWished);
      settle();
    };
    stayInBackground(inBackground);
    to.onLive(shared.isLive);
    return {
      stayInBackground,
      stop() {
        followers.delete(to);
        if (followers.size > 0) return settle();
        streams.delete(key);
        following.stop();
      },
    };
  };
}
