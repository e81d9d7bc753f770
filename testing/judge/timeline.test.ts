import { describe, expect, it } from 'vitest';
import { kept, stateOf } from '../fakes.ts';
import { Timeline } from './timeline.ts';

const stored = (name: string) => kept('localStorage', name);

/** What was noticed, each with the phase it fell into. */
const story = (timeline: Timeline): string[] =>
  timeline
    .entries()
    .map(({ fact, phase }) => `${phase.name}: ${'name' in fact ? fact.name : fact.url}`);

it('counts everything as before the choice while no widget has told of itself', () => {
  const timeline = new Timeline();
  timeline.add(stored('a'));
  expect(timeline.now).toEqual({ name: 'before the choice', grants: null, isSilent: true });
  expect(story(timeline)).toEqual(['before the choice: a']);
});

it('takes the first state for what held from the beginning on', () => {
  const timeline = new Timeline();
  timeline.add(stored('a'));
  timeline.tell(stateOf('accept-all', 'analytics'));
  timeline.add(stored('b'));
  timeline.tell(stateOf('withdraw'));
  expect(story(timeline)).toEqual(['after accept: a', 'after accept: b']);
});

it('L-22 tells no more what did not come about, and leaves all else in its phase', () => {
  const timeline = new Timeline();
  const taken = stored('taken');
  timeline.tell(stateOf(null));
  timeline.add(taken);
  timeline.add(stored('kept'));
  timeline.tell(stateOf('accept-all', 'analytics'));
  timeline.add(stored('after'));
  timeline.retract(taken);
  expect(story(timeline)).toEqual(['before the choice: kept', 'after accept: after']);
});

it('begins a phase at the press that turned out to be the answer', () => {
  const timeline = new Timeline();
  timeline.tell(stateOf(null));
  timeline.add(stored('before'));
  timeline.press();
  timeline.add(stored('released'));
  timeline.tell(stateOf('accept-all', 'analytics'));
  timeline.add(stored('after'));
  expect(story(timeline)).toEqual([
    'before the choice: before',
    'after accept: released',
    'after accept: after',
  ]);
});

it('begins a phase where it was told, where nobody pressed', () => {
  const timeline = new Timeline();
  timeline.tell(stateOf(null));
  timeline.add(stored('before'));
  timeline.tell(stateOf('site', 'analytics'));
  timeline.add(stored('after'));
  expect(story(timeline)).toEqual(['before the choice: before', 'after choosing analytics: after']);
});

it('lets a press count for one answer only', () => {
  const timeline = new Timeline();
  timeline.tell(stateOf(null));
  timeline.press();
  timeline.tell(stateOf('accept-all', 'analytics'));
  timeline.add(stored('under the grant'));
  timeline.tell(stateOf('expired'));
  expect(story(timeline)).toEqual(['after accept: under the grant']);
});

describe('a state that is told again', () => {
  const again = (...states: Parameters<Timeline['tell']>[0][]): number => {
    const timeline = new Timeline();
    timeline.tell(stateOf('custom', 'analytics'));
    const first = timeline.now;
    for (const state of states) timeline.tell(state);
    return timeline.now === first ? 1 : 2;
  };
  const told = stateOf('custom', 'analytics');

  it('is no new phase', () => expect(again({ ...told })).toBe(1));
  it('is one when the record is another', () => {
    expect(again({ ...told, recordId: 'another' })).toBe(2);
  });
  it('is one when what is granted differs', () => {
    expect(again({ ...stateOf('custom', 'social'), recordId: told.recordId })).toBe(2);
  });
  it('is one when it is no decision any more', () => {
    expect(again({ ...told, decided: false })).toBe(2);
  });
});

it('learns what is necessary from a state in which nobody has granted anything', () => {
  const timeline = new Timeline();
  const purposes = { necessary: true, login: true, analytics: false };
  timeline.tell({ ...stateOf(null), purposes });
  timeline.tell({ ...stateOf('custom'), purposes });
  expect(timeline.now).toMatchObject({ name: 'after choosing nothing', isSilent: true });
});
