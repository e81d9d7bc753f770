import { describe, expect, it } from 'vitest';
import { POLICY } from '../choice/fakes.ts';
import type { PurposeTerms, Visitors } from '../policy/policy.ts';
import { declared, LINKS, NEEDS } from './attributes.ts';

const purpose = (data: readonly string[], visitors?: Visitors): PurposeTerms => ({
  ...(POLICY.purposes[1] as PurposeTerms),
  data,
  ...(visitors && { visitors }),
});

const EVERYTHING = {
  ...Object.fromEntries(Object.keys(NEEDS).map((name) => [name, 'x'])),
  's9.event.id': 'e',
  's9.record.id': 'r',
  's9.custom.name': 'sale',
  's9.custom.plan': 'pro',
  'session.id': 's',
  's9.visitor.id': 'v',
  'client.address': '192.0.2.1',
  constructor: 'x',
};

describe('an attribute', () => {
  it.each(Object.entries(NEEDS))('S-12 %s goes out where %s is declared alone', (name, item) => {
    expect(Object.keys(declared({ [name]: 'x' }, purpose([item])))).toEqual([name]);
    const others = Object.values(NEEDS).filter((each) => each !== item);
    expect(declared({ [name]: 'x' }, purpose(others))).toEqual({});
  });

  it('L-26 goes out with nothing declared only where it says nothing of the visit', () => {
    expect(Object.keys(declared(EVERYTHING, purpose([])))).toEqual([
      's9.event.id',
      's9.record.id',
      's9.custom.name',
    ]);
  });

  it('of the Customer’s own is a data item', () => {
    expect(declared({ 's9.custom.plan': 'pro' }, purpose(['plan']))).toEqual({
      's9.custom.plan': 'pro',
    });
    expect(declared({ 's9.custom.plan': 'pro' }, purpose(['page']))).toEqual({});
  });

  it('L-29 that links visits goes out as the policy says, and no other', () => {
    expect(declared({ ...EVERYTHING }, purpose([], 'visit'))[LINKS.visit]).toBe('s');
    expect(declared({ ...EVERYTHING }, purpose([], 'visit'))[LINKS.id]).toBeUndefined();
    expect(declared({ ...EVERYTHING }, purpose([], 'id'))[LINKS.id]).toBe('v');
    expect(declared({ ...EVERYTHING }, purpose([], 'none'))[LINKS.id]).toBeUndefined();
  });

  it('is left out where it is not known, and not where it is 0 or false', () => {
    expect(declared({ 'url.path': '' }, purpose(['page']))).toEqual({});
    expect(declared({ 's9.visible_seconds': 0 }, purpose(['time-on-page']))).toEqual({
      's9.visible_seconds': 0,
    });
    expect(declared({ 's9.custom.plan': false }, purpose(['plan']))).toEqual({
      's9.custom.plan': false,
    });
  });
});
