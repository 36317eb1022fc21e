import { describe, expect, it } from 'vitest';
import type { Guide, Step } from '../schema';
import { advance, begin, canGoBack, count, follow, followPage, type Ground, goBack, moveTo } from './steps';

const step = (id: string, page: string, more: Partial<Step> = {}): Step => ({
  id,
  pages: [page],
  do: id,
  sends: 'nothing',
  done: { on: 'person' },
  ...more,
});
const guideOf = (...steps: Step[]): Guide => ({ id: 'g', steps }) as unknown as Guide;
const on =
  (...pages: string[]) =>
  (wanted: readonly string[]) =>
    wanted.some((page) => pages.includes(page));

/** On these pages, which are others than when the step began. */
const at = (...pages: string[]): Ground => ({
  isOn: on(...pages),
  isThere: () => true,
  isAbsent: () => false,
  page: 'changed',
  isDrawn: true,
});

const guide = guideOf(step('a', 'p1'), step('b', 'p2'), step('c', 'p2'), step('d', 'p3'));
const start = begin(guide) ?? { guide: 'g', step: '', trail: [], state: 'running' as const };

describe('the steps of a guide', () => {
  it('begin at the first and end after the last', () => {
    expect(start.step).toBe('a');
    const ended = ['', '', '', ''].reduce((progress) => advance(guide, progress), start);
    expect(ended).toMatchObject({ state: 'ended', trail: ['a', 'b', 'c', 'd'] });
  });

  it('go back the way they came', () => {
    const there = advance(guide, advance(guide, start));
    expect(goBack(there).step).toBe('b');
    expect(canGoBack(guide, start, on('p1'))).toBe(false);
    expect(canGoBack(guide, there, on('p2'))).toBe(true);
    expect(canGoBack(guide, there, on('p3'))).toBe(false);
    expect(goBack(start)).toEqual(start);
  });

  it('follow a goto, and a choice of the person', () => {
    const branched = guideOf(step('a', 'p', { goto: 'c' }), step('b', 'p'), step('c', 'p'));
    const begun = begin(branched);
    expect(begun && advance(branched, begun).step).toBe('c');
    const chosen = branched.steps[1];
    expect(begun && chosen && moveTo(begun, chosen)).toMatchObject({ step: 'b', trail: ['a'] });
  });
});

describe('following the page', () => {
  it('stays when the step is of this page', () => {
    expect(followPage(guide, start, at('p1'))).toBe(start);
  });
  it('goes forward to the first coming step of a later page', () => {
    expect(followPage(guide, start, at('p2')).step).toBe('b');
    expect(followPage(guide, start, at('p3')).step).toBe('d');
  });
  it('goes back to the first step of an earlier page', () => {
    const last = followPage(guide, start, at('p3'));
    expect(followPage(guide, last, at('p2')).step).toBe('b');
  });
  it('stays, and says so, on a page that no step knows', () => {
    expect(followPage(guide, start, at('elsewhere'))).toBe(start);
  });
  it('skips an optional step whose page does not come', () => {
    const withOptional = guideOf(step('a', 'p1'), step('maybe', 'modal', { optional: true }), step('b', 'p2'));
    const begun = begin(withOptional);
    expect(begun && followPage(withOptional, advance(withOptional, begun), at('p2')).step).toBe('b');
  });
  it('never loops on a goto that leads back', () => {
    const loop = guideOf(step('a', 'p1', { goto: 'b' }), step('b', 'p2', { goto: 'a' }));
    const begun = begin(loop);
    expect(begun && followPage(loop, begun, at('nowhere')).step).toBe('a');
  });
});

describe('counting', () => {
  it('is said only on a straight path', () => {
    const second = guide.steps[1];
    expect(second && count(guide, second)).toEqual({ now: 2, of: 4 });
    const forked = guideOf(step('a', 'p', { optional: true }), step('b', 'p'));
    const first = forked.steps[0];
    expect(first && count(forked, first)).toBeUndefined();
  });
});

describe('following what the page shows', () => {
  const target = { name: 'x' };
  const there = advance(guide, start);

  it('goes on when the page that was waited for has come', () => {
    const waiting = guideOf(step('a', 'p1', { done: { on: 'page', pages: ['p2'] } }), step('b', 'p2'));
    expect(follow(waiting, start, at('p1')).step).toBe('a');
    expect(follow(waiting, start, at('p2')).step).toBe('b');
  });

  it('does not go back while a click may still be leading somewhere', () => {
    expect(follow(guide, there, { ...at('p1'), page: 'waiting' })).toBe(there);
  });

  it('goes back to the click that led nowhere', () => {
    const long = guideOf(step('a', 'p1'), step('b', 'p1'), step('c', 'p2'));
    const clicked = advance(long, advance(long, start));
    expect(follow(long, clicked, { ...at('p1'), page: 'slow' })).toMatchObject({ step: 'b', trail: ['a'] });
  });

  const optional = guideOf(step('a', 'p1', { optional: true, target }), step('b', 'p1', { target }));
  const without: Ground = { ...at('p1'), isThere: ({ id }) => id !== 'a', isAbsent: ({ id }) => id === 'a' };

  it('passes over a window that did not come, and leaves no trace of it', () => {
    const neither: Ground = { ...without, isThere: () => false };
    expect(follow(optional, start, { ...neither, isDrawn: false })).toBe(start);
    expect(follow(optional, start, neither)).toMatchObject({ step: 'b', trail: [] });
    expect(follow(optional, start, { ...without, isDrawn: false })).toMatchObject({ step: 'b', trail: [] });
  });

  it('comes back to it when it comes late, once', () => {
    const passed = follow(optional, start, without);
    expect(follow(optional, passed, at('p1')).step).toBe('a');
    const closed = advance(optional, start);
    expect(follow(optional, closed, at('p1'))).toBe(closed);
  });

  it('does not pass over a button that is only grey', () => {
    const grey: Ground = { ...without, isAbsent: () => false };
    expect(follow(optional, start, grey)).toBe(start);
  });

  it('leaves a guide that was left where it is', () => {
    const left = { ...start, state: 'left' as const };
    expect(follow(guide, left, at('p2'))).toBe(left);
  });
});
