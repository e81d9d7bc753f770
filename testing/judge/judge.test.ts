import { describe, expect, it } from 'vitest';
import { entriesIn, granted, heard, lawOf, SILENCE, stateOf, TRACKER } from '../fakes.ts';
import { leaksIn } from './judge.ts';
import type { Phase } from './phase.ts';

const image = heard({ url: `${TRACKER}/a.svg`, type: 'image' });

it('L-20 lets pass under a grant whom something granted declares', () => {
  const hosts = { 'service:films': ['tracker.example'] };
  const grant = granted('service:films');
  expect(leaksIn(entriesIn(grant, image), lawOf({ hosts }))).toEqual([]);
});

it('L-20 names under a grant who is declared by something else', () => {
  const hosts = { 'service:films': ['tracker.example'] };
  const [leak] = leaksIn(entriesIn(granted('analytics'), image), lawOf({ hosts }));
  expect(leak).toMatchObject({
    kind: 'image',
    when: 'after accept',
    advice:
      'nothing granted declares it: name tracker.example in the hosts of the service it belongs to, or hold it',
  });
});

it('lets pass under any grant what is declared as necessary, which no state need tell', () => {
  const hosts = { necessary: ['tracker.example'] };
  const state = { ...stateOf('custom'), purposes: { social: true } };
  const grant = { ...granted('social'), grants: state };
  expect(leaksIn(entriesIn(grant, image), lawOf({ hosts }))).toEqual([]);
});

it('L-10 lets nothing pass in silence, whoever declares it', () => {
  const hosts = { analytics: ['tracker.example'], necessary: ['tracker.example'] };
  const refused = { ...SILENCE, name: 'after reject', grants: stateOf('reject-all') };
  for (const phase of [SILENCE, refused]) {
    expect(leaksIn(entriesIn(phase, image), lawOf({ hosts }))).toHaveLength(1);
  }
});

it('leaves what happens under a grant unjudged where nobody knows what is declared', () => {
  const entries = [...entriesIn(granted('social'), image), ...entriesIn(SILENCE, image)];
  expect(leaksIn(entries, lawOf({ hosts: null }))).toMatchObject([{ when: 'before the choice' }]);
});

it('names a contact that was told twice once, by the telling that knows what it is', () => {
  const url = `${TRACKER}/icon`;
  const unknown = { kind: 'request', url } as const;
  const hint = { kind: 'hint', url, by: '<link rel="icon">' } as const;
  expect(leaksIn(entriesIn(SILENCE, unknown, hint), lawOf())).toMatchObject([
    { kind: 'hint', by: '<link rel="icon">' },
  ]);
});

it('names a WebSocket once where one engine tells its address as https', () => {
  const socket = { kind: 'web-socket', url: 'wss://tracker.example/s' } as const;
  const request = { kind: 'request', url: 'https://tracker.example/s' } as const;
  expect(leaksIn(entriesIn(SILENCE, request, socket), lawOf())).toMatchObject([
    { kind: 'web-socket' },
  ]);
});

it('names a contact anew in each phase, and different addresses of one host apart', () => {
  const later = { ...SILENCE, name: 'after reject' };
  const entries = [...entriesIn(SILENCE, image, image), ...entriesIn(later, image)];
  expect(leaksIn(entries, lawOf()).map(({ when }) => when)).toEqual([
    'before the choice',
    'after reject',
  ]);
  const other = heard({ url: `${TRACKER}/b.svg`, type: 'image' });
  expect(leaksIn(entriesIn(SILENCE, image, other), lawOf())).toHaveLength(2);
});

it('tells leaks in the order they came', () => {
  const script = heard({ url: `${TRACKER}/z.js`, type: 'script' });
  const kinds = leaksIn(entriesIn(SILENCE, script, image), lawOf()).map(({ kind }) => kind);
  expect(kinds).toEqual(['script', 'image']);
});

describe('a held frame', () => {
  const frame = { kind: 'undeclared', url: `${TRACKER}/film.html`, by: '<iframe>' } as const;
  const told = (phase: Phase, known: readonly string[] | null) =>
    leaksIn(entriesIn(phase, frame), lawOf({ known }));

  it('L-20 of a host that no service names is told once something is granted', () => {
    expect(told(granted('analytics'), ['films.example'])).toMatchObject([
      {
        kind: 'undeclared',
        what: 'a held frame is of tracker.example, which no service of the policy names',
        by: '<iframe>',
        advice: expect.stringContaining('docs/services.md') as string,
      },
    ]);
    expect(told(SILENCE, [])).toEqual([]);
  });

  it('of a host that is named is held for a reason, whoever was granted', () => {
    expect(told(granted('analytics'), ['tracker.example'])).toEqual([]);
    expect(told(granted('analytics'), null)).toEqual([]);
  });
});
