// What an element waits for, by what it names and by whom it would ask.
import { describe, expect, it } from 'vitest';
import { POLICY } from '../choice/fakes.ts';
import { missingFor, type Wanted } from './missing.ts';

const grants = (...granted: string[]) => ({
  purposes: {
    necessary: true,
    analytics: granted.includes('analytics'),
    social: granted.includes('social'),
  },
  services: { film: granted.includes('film'), pins: granted.includes('pins') },
});
const missing = (wanted: Wanted, ...granted: string[]) =>
  missingFor(wanted, POLICY, grants(...granted));

describe('services', () => {
  it('stand for the purpose they are declared in, where they are all it asks', () => {
    const film = { ids: ['social'], hosts: ['film.example'] };
    expect(missing(film)).toEqual(['service:film']);
    expect(missing(film, 'film')).toEqual([]);
    expect(missing(film, 'social')).toEqual(['service:film']);
  });

  it('do not stand for another purpose, nor for a host that none of them declares', () => {
    expect(missing({ ids: ['analytics'], hosts: ['film.example'] }, 'film')).toEqual(['analytics']);
    const both = { ids: ['social'], hosts: ['film.example', 'else.example'] };
    expect(missing(both, 'film')).toEqual(['social']);
  });

  it('are all waited for', () => {
    const both = { ids: ['social'], hosts: ['film.example', 'pins.example'] };
    expect(missing(both, 'film', 'social')).toEqual(['service:pins']);
    expect(missing(both, 'film', 'pins')).toEqual([]);
  });
});

describe('a frame of a host that no service declares', () => {
  const frame = { ids: ['social'], hosts: ['else.example'], isFrame: true };

  it('waits whatever is granted', () => {
    expect(missing(frame, 'social', 'film', 'pins')).toEqual(['undeclared']);
  });

  it('goes by its purpose where the policy says so, as other elements do', () => {
    expect(missingFor(frame, { ...POLICY, undeclared: 'release' }, grants('social'))).toEqual([]);
    expect(missing({ ...frame, isFrame: false }, 'social')).toEqual([]);
  });

  it('is not one of the site itself', () => {
    expect(missing({ ...frame, hosts: [] }, 'social')).toEqual([]);
  });
});

it('one that names nothing that needs a choice waits for ever', () => {
  expect(missing({ ids: ['necessary'], hosts: [] }, 'social', 'analytics')).toEqual(['necessary']);
  expect(missing({ ids: ['necessary', 'social'], hosts: [] }, 'social')).toEqual([]);
});

it('F-40 a list that has everything, or nothing, lets nothing through', () => {
  const { includes, some } = Array.prototype;
  const wanted = { ids: ['social'], hosts: ['else.example'] };
  const refused = { ids: ['social'], hosts: ['pins.example'] };
  const socialAlone = grants('social');
  try {
    for (const lie of [true, false]) {
      Object.assign(Array.prototype, { includes: () => lie, some: () => lie });
      expect(missingFor(wanted, POLICY, { purposes: {}, services: {} })).not.toEqual([]);
      expect(missingFor(refused, POLICY, socialAlone)).toContain('service:pins');
    }
  } finally {
    Object.assign(Array.prototype, { includes, some });
  }
});

it('F-40 a set that keeps nothing, or tells of nothing, lets nothing through', () => {
  const { add } = Set.prototype;
  const iterate = Set.prototype[Symbol.iterator];
  const wanted = { ids: ['social'], hosts: ['else.example'] };
  const refused = { ids: ['social'], hosts: ['pins.example'] };
  const lies = [
    { add: (): void => undefined },
    { [Symbol.iterator]: function* (): Iterable<never> {} },
  ];
  for (const lie of lies) {
    let [found, ofRefused]: string[][] = [];
    // Nothing is expected meanwhile: what does that uses sets as well.
    try {
      Object.assign(Set.prototype, lie);
      found = missingFor(wanted, POLICY, { purposes: {}, services: {} });
      ofRefused = missingFor(refused, POLICY, grants('social'));
    } finally {
      Object.assign(Set.prototype, { add, [Symbol.iterator]: iterate });
    }
    expect(found).not.toEqual([]);
    expect(ofRefused).toContain('service:pins');
  }
});

it('F-41 a word that every object has by itself is missing like any other', () => {
  for (const id of ['__proto__', 'constructor', 'toString']) {
    expect(missingFor({ ids: [id], hosts: [] }, POLICY, grants('social'))).toEqual([id]);
  }
});

it('F-41 a word that a page has put into every object grants nothing', () => {
  let found: string[] = [];
  try {
    Object.assign(Object.prototype, { social: true });
    found = missingFor({ ids: ['social'], hosts: ['else.example'] }, POLICY, {
      purposes: {},
      services: {},
    });
  } finally {
    Reflect.deleteProperty(Object.prototype, 'social');
  }
  expect(found).toEqual(['social']);
});
