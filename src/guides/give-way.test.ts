import { describe, expect, it } from 'vitest';
import { roomFor } from './give-way';

describe('room for the note beside a guide', () => {
  const note = { width: 320, height: 90 };
  const viewport = { width: 1024, height: 768 };
  const tall = { left: 466, top: 222, width: 380, height: 538 };

  it.each([
    ['low, where nothing lies', [], 'low'],
    ['low, beside a bubble at the left', [{ ...tall, left: 100 }], 'low'],
    ['high, above a tall bubble', [tall], 'high'],
    ['none, when the ring is at the top', [tall, { left: 700, top: 40, width: 200, height: 40 }], 'none'],
  ] as const)('%s', (_, taken, room) => {
    expect(roomFor(note, viewport, taken)).toBe(room);
  });
});
