import { expect, it } from '@jest/globals';
import { roomBeside } from './menu-room.js';

it('is the room below a button, or above one that is far down', () => {
  expect(roomBeside({ top: 350, bottom: 374 }, 900)).toBe(502);
  expect(roomBeside({ top: 700, bottom: 724 }, 900)).toBe(676);
});
