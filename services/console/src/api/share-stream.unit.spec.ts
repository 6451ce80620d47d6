import { describe, expect, it } from '@jest/globals';
import type { Follow, Follower } from './follow-stream.js';
import { shareStreams } from './share-stream.js';

/** Streams as they were opened, each with whom it tells, and what became of it. */
function openStreams() {
  const opened: { path: string; to: Follower; stays: boolean; isOver: boolean }[] = [];
  const follow: Follow = (path, _types, to, { inBackground = false } = {}) => {
    const one = { path, to, stays: inBackground, isOver: false };
    opened.push(one);
    return {
      stayInBackground: (isWished) => void (one.stays = isWished),
      stop: () => void (one.isOver = true),
    };
  };
  return { opened, follow: shareStreams(follow) };
}

function listen() {
  const heard: string[] = [];
  const to: Follower = {
    onEvent: ({ type }) => heard.push(type),
    onReset: () => heard.push('reset'),
    onLive: (isLive) => heard.push(isLive ? 'live' : 'not live'),
  };
  return { heard, to };
}
const event = { type: 'raised', data: {} };

describe('a stream that several parts of a page follow', () => {
  it('is opened once, and tells them all', () => {
    const { opened, follow } = openStreams();
    const [one, other] = [listen(), listen()];
    follow('/alerts', ['raised'], one.to);
    opened[0]!.to.onLive(true);
    follow('/alerts', ['raised'], other.to);
    opened[0]!.to.onEvent(event);
    opened[0]!.to.onReset();
    expect(opened).toHaveLength(1);
    expect(one.heard).toEqual(['not live', 'live', 'raised', 'reset']);
    expect(other.heard).toEqual(['live', 'raised', 'reset']);
  });

  it('ends with the last of them, and is opened anew for whoever comes later', () => {
    const { opened, follow } = openStreams();
    const [one, other] = [listen(), listen()];
    const first = follow('/alerts', ['raised'], one.to);
    const second = follow('/alerts', ['raised'], other.to);
    first.stop();
    opened[0]!.to.onEvent(event);
    expect([one.heard, other.heard]).toEqual([['not live'], ['not live', 'raised']]);
    expect(opened[0]!.isOver).toBe(false);
    second.stop();
    expect(opened[0]!.isOver).toBe(true);
    follow('/alerts', ['raised'], one.to);
    expect(opened).toHaveLength(2);
  });

  it('stays in the background as long as one of them wants that', () => {
    const { opened, follow } = openStreams();
    follow('/alerts', ['raised'], listen().to);
    const told = follow('/alerts', ['raised'], listen().to, { inBackground: true });
    expect(opened[0]!.stays).toBe(true);
    told.stayInBackground(false);
    expect(opened[0]!.stays).toBe(false);
    told.stayInBackground(true);
    told.stop();
    expect(opened[0]!.stays).toBe(false);
  });

  it('is another one for another path, and for other types', () => {
    const { opened, follow } = openStreams();
    follow('/alerts', ['raised'], listen().to);
    follow('/alerts', ['climbed'], listen().to);
    follow('/cases', ['raised'], listen().to);
    expect(opened.map(({ path }) => path)).toEqual(['/alerts', '/alerts', '/cases']);
  });
});
