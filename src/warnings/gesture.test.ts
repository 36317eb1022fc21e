import { describe, expect, it } from 'vitest';
import { trackGestures } from './gesture';

const at = (type: string, clientX = 5): Event => new MouseEvent(type, { clientX, clientY: 5 });

describe('gestures', () => {
  it('a press, its release and its click are one', () => {
    const gestures = trackGestures();
    const pressed = gestures.of(at('pointerdown'), 0);
    for (const [time, type] of ['mousedown', 'pointerup', 'mouseup', 'click'].entries())
      expect(gestures.of(at(type), 3_000 + time)).toBe(pressed);
  });

  it('two presses are two, but for a double click at the same place', () => {
    const gestures = trackGestures();
    const first = gestures.of(at('pointerdown'), 0);
    gestures.of(at('pointerup'), 50);
    expect(gestures.of(at('pointerdown'), 200)).toBe(first);
    gestures.of(at('pointerup'), 250);
    expect(gestures.of(at('pointerdown', 90), 300)).not.toBe(first);
    gestures.of(at('pointerup'), 350);
    const late = gestures.latest;
    expect(gestures.of(at('pointerdown', 90), 900)).not.toBe(late);
  });

  it('a click without a press before it, as a screen reader makes it, is one of its own', () => {
    const gestures = trackGestures();
    const pressed = gestures.of(at('pointerdown'), 0);
    gestures.of(at('click'), 40);
    gestures.of(at('pointerup'), 40);
    expect(gestures.of(at('click'), 5_000)).not.toBe(pressed);
  });

  it('a screen reader that acts twice within a second makes two; the click that a label passes on makes none', () => {
    const gestures = trackGestures();
    const act = (now: number) => ['mousedown', 'mouseup', 'click'].map((type) => gestures.of(at(type), now)).at(-1);
    const first = act(0);
    expect(gestures.of(at('click'), 20), 'by its label').toBe(first);
    const second = act(600);
    expect(second).not.toBe(first);
    expect(gestures.of(at('click'), 1_400), 'a click alone').not.toBe(second);
  });

  it('what a finger leaves behind belongs to it: the mouse events after it was lifted', () => {
    const gestures = trackGestures();
    const tapped = gestures.of(at('pointerdown'), 0);
    for (const type of ['touchstart', 'pointerup', 'touchend', 'mousedown', 'mouseup', 'click'])
      expect(gestures.of(at(type), 300)).toBe(tapped);
  });

  it('a key that repeats is one; the next key is another', () => {
    const gestures = trackGestures();
    const held = gestures.of(new KeyboardEvent('keydown', { key: 'Enter' }), 0);
    expect(gestures.of(new KeyboardEvent('keydown', { key: 'Enter', repeat: true }), 600)).toBe(held);
    gestures.of(new KeyboardEvent('keyup', { key: 'Enter' }), 650);
    expect(gestures.of(new KeyboardEvent('keydown', { key: 'Enter' }), 700)).not.toBe(held);
  });

  it('a form that is sent belongs to the gesture before it, however late', () => {
    const gestures = trackGestures();
    const pressed = gestures.of(at('pointerdown'), 0);
    gestures.of(at('pointerup'), 20);
    expect(gestures.of(new Event('submit'), 8_000)).toBe(pressed);
  });
});
