import type { Surface } from './surface';

/**
 * A click listener for our own buttons that only the person's real click passes, and only while our UI is really seen:
 * no page script can press our buttons, nor make someone press a button they cannot see.
 */
export function press(surface: Surface, handler: () => void): (event: Event) => void {
  return (event) => {
    if (surface.accepts(event)) handler();
  };
}
