import type { Envelope, HandlingActivity } from '#contracts';

export type QueueCommand =
  | { type: 'move-to-queue'; queue: string; note?: Envelope; by: string }
  | { type: 'record-handling'; activity: HandlingActivity; seconds: number; by: string };
