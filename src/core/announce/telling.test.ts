import { describe, expect, it } from 'vitest';
import { ANNOUNCED, stateWith } from './fakes.ts';
import type { Signals } from './mapping.ts';
import { readAnnounce } from './read-announce.ts';
import { createTelling } from './telling.ts';

const ANALYTICS = ['analytics', 'service:google-analytics'];
const META = ['service:meta-pixel'];

/** Google and Meta, and all they were told. */
function telling(
  announce: object = { google: { analytics_storage: 'analytics' }, meta: 'service:meta-pixel' },
) {
  const told: string[] = [];
  const failures: unknown[] = [];
  const world = { isThere: true, fault: undefined as unknown };
  const addressees = readAnnounce(announce, ANNOUNCED).mappings.map((mapping) => {
    const words = (kind: string) => (signals: Signals) => {
      if (world.fault) throw world.fault;
      const on = Object.keys(signals).filter((name) => signals[name]);
      told.push(`${mapping.receiver} ${kind} ${on}`.trim());
    };
    return {
      mapping,
      receiver: {
        isThere: () => world.isThere,
        tell: words('is told'),
        ...(mapping.receiver !== 'google' && { before: words('before') }),
      },
    };
  });
  const made = createTelling(addressees, ANNOUNCED, (_mapping, fault) => failures.push(fault));
  const tell = (granted: readonly string[], isDecided = true) => {
    told.length = 0;
    made.tell(stateWith(granted, isDecided));
    return [...told];
  };
  return { ...made, tell, world, failures };
}

it('before an answer nobody is told anything but who has no default, once', () => {
  const { tell } = telling();
  expect(tell([], false)).toEqual(['meta before']);
  expect(tell([], false)).toEqual([]);
});

it('an answer is told once, whatever comes after it', () => {
  const { tell } = telling();
  tell([], false);
  expect(tell(ANALYTICS)).toEqual(['google is told analytics_storage', 'meta is told']);
  expect(tell(ANALYTICS)).toEqual([]);
});

it('a no is told too: what waits for a word waits no longer', () => {
  const { tell } = telling();
  tell([], false);
  expect(tell([])).toEqual(['google is told', 'meta is told']);
});

it('a choice of an earlier page is told at once', () => {
  expect(telling().tell(META)).toEqual(['google is told', 'meta is told yes']);
});

it('each change is told to whom it is a change, every time', () => {
  const { tell } = telling();
  expect(tell(ANALYTICS)).toEqual(['google is told analytics_storage', 'meta is told']);
  expect(tell([...ANALYTICS, ...META])).toEqual(['meta is told yes']);
  expect(tell([])).toEqual(['google is told', 'meta is told']);
  expect(tell(ANALYTICS)).toEqual(['google is told analytics_storage']);
});

it('L-28 a choice that has run out is told as a no', () => {
  const { tell } = telling();
  tell(ANALYTICS);
  expect(tell([], false)).toEqual(['google is told']);
});

it('who comes later is told then, and no sooner', () => {
  const { tell, world } = telling({ meta: 'service:meta-pixel' });
  world.isThere = false;
  expect(tell(META)).toEqual([]);
  world.isThere = true;
  expect(tell(META)).toEqual(['meta is told yes']);
});

it('the site’s own function hears of every change', () => {
  const { tell } = telling({ custom: 'onConsent' });
  expect(tell([], false)).toEqual(['custom before']);
  expect(tell(['preferences'])).toEqual(['custom is told']);
  expect(tell(['preferences', ...META])).toEqual(['custom is told']);
  expect(tell(['preferences', ...META])).toEqual([]);
});

it('one that throws stops nobody, is told of, and is not taken for told', () => {
  const { tell, world, failures, isTold } = telling();
  tell(META);
  const wanted = { ids: META, hosts: [] };
  expect(isTold(wanted)).toBe(true);
  world.fault = new Error('theirs');
  expect(tell([])).toEqual([]);
  expect(failures).toEqual([world.fault]);
  expect(isTold(wanted)).toBe(false);
});

describe('L-19 a script that ran has been told to stop', () => {
  const told = (ids: readonly string[], hosts: readonly string[] = []) => {
    const { tell, isTold } = telling();
    tell([...ANALYTICS, ...META]);
    tell([]);
    return isTold({ ids, hosts });
  };

  it.each([
    ['its service is named', META, []],
    ['its service is known by its host', ['advertising'], ['connect.facebook.net']],
    ['all whom its host belongs to are told', ['analytics'], ['www.googletagmanager.com']],
  ])('where %s', (_where, ids, hosts) => {
    expect(told(ids, hosts)).toBe(true);
  });

  it.each([
    ['a purpose alone is named', ['advertising'], []],
    ['a service is not announced', ['service:own-pixel'], []],
    ['one of two services is not', [...META, 'service:own-pixel'], []],
    ['its host is nobody’s', ['advertising'], ['cdn.example']],
  ])('not where %s', (_where, ids, hosts) => {
    expect(told(ids, hosts)).toBe(false);
  });

  it('not before anybody was told', () => {
    expect(telling().isTold({ ids: META, hosts: [] })).toBe(false);
  });
});
