/** ms; what still comes after the last event of a gesture: the click after a release, a label passing it on. */
const TAIL = 1_000;
/** ms and px; the second press of a double click. */
const DOUBLE = { time: 500, distance: 12 };

/** One gesture of the person: from the press to everything that the browser makes of it. */
export interface Gesture {
  readonly by: 'pointer' | 'key' | 'other';
  /** Epoch ms. */
  readonly begun: number;
  /** Epoch ms of its last event. */
  last: number;
  isDown: boolean;
  /** It has clicked since its last press: what a screen reader does next comes without one. */
  hasClicked: boolean;
  readonly at: { x: number; y: number } | undefined;
}

export interface Gestures {
  /** @returns the gesture that a trusted event belongs to; a press of its own begins a new one. */
  of(event: Event, now: number): Gesture;
  /** The gesture that was going on last, if any. */
  readonly latest: Gesture | undefined;
}

/**
 * Tells the person's gestures apart. A press begins one, of a pointer or of a key; an event without a press before it
 * (a click made by a screen reader, with or without a `mousedown`) is a gesture of its own, but for the click that a label
 * passes on; a form that is sent belongs to the gesture before it.
 */
export function trackGestures(): Gestures {
  let latest: Gesture | undefined;

  const begin = (by: Gesture['by'], event: Event, now: number): Gesture => {
    latest = {
      by,
      begun: now,
      last: now,
      isDown: by !== 'other',
      hasClicked: event.type === 'click',
      at: placeOf(event),
    };
    return latest;
  };
  const goOn = (gesture: Gesture, event: Event, now: number): Gesture => {
    gesture.last = now;
    if (event.type === 'click' || event.type === 'pointerdown') gesture.hasClicked = event.type === 'click';
    if (isEnd(event)) gesture.isDown = false;
    return gesture;
  };
  return {
    of(event, now) {
      const by = beginsBy(event, latest, now);
      return by === undefined && latest ? goOn(latest, event, now) : begin(by ?? 'other', event, now);
    },
    get latest() {
      return latest;
    },
  };
}

/** By what an event begins a gesture; `undefined` when it belongs to the one going on. */
function beginsBy(event: Event, latest: Gesture | undefined, now: number): Gesture['by'] | undefined {
  const isOpen = latest !== undefined && (isHeldDown(latest) || now - latest.last < TAIL);
  switch (event.type) {
    case 'pointerdown':
      return latest && isDouble(event, latest, now) ? undefined : 'pointer';
    case 'keydown':
      return (event as KeyboardEvent).repeat && latest?.by === 'key' ? undefined : 'key';
    case 'mousedown':
    case 'touchstart':
      return isOpen && latest.by === 'pointer' && !latest.hasClicked ? undefined : 'pointer';
    case 'click':
      return isOpen && (!latest.hasClicked || now - latest.last < DOUBLE.time) ? undefined : 'other';
    case 'submit':
      return latest ? undefined : 'other';
    default:
      return isOpen ? undefined : 'other';
  }
}

/** A pointer may be held for long without an event; the keys of a person who types are one after the other. */
function isHeldDown({ by, isDown }: Gesture): boolean {
  return by === 'pointer' && isDown;
}

function isDouble(event: Event, { by, begun, at }: Gesture, now: number): boolean {
  const here = placeOf(event);
  if (by !== 'pointer' || !here || !at || now - begun > DOUBLE.time) return false;
  return Math.hypot(here.x - at.x, here.y - at.y) <= DOUBLE.distance;
}

function placeOf(event: Event): Gesture['at'] {
  return 'clientX' in event ? { x: Number(event.clientX), y: Number((event as MouseEvent).clientY) } : undefined;
}

/** @returns whether an event is the end of a press, of whatever kind. */
export function isEnd({ type }: Event): boolean {
  return /(up|cancel|end)$/.test(type);
}
