import { describe, expect, it } from 'vitest';
import { inventory, leak, PAGE, SETTINGS } from './fakes.ts';
import { findingsIn, googleFindings } from './findings.ts';

describe('what leaked', () => {
  const found = (...leaks: Parameters<typeof findingsIn>[0]) => findingsIn(leaks, SETTINGS, PAGE);

  it('is one finding however often it was seen, with each moment', () => {
    const again = leak({ url: 'https://tracker.example/a.svg?id=2', when: 'after accept' });
    expect(found(leak(), leak(), again, leak({ when: 'after reject' }))).toEqual([
      {
        kind: 'image',
        what: 'an image was fetched from tracker.example',
        url: 'https://tracker.example/a.svg',
        host: 'tracker.example',
        by: '<img id="a">',
        when: ['before the choice', 'after yes', 'after no'],
        advice: 'hold it',
      },
    ]);
  });

  it('names options as the command does', () => {
    const [first] = found(leak({ advice: 'list it in allowStored' }));
    expect(first?.advice).toBe('list it in --allow-stored');
    expect(found(leak({ advice: 'list it in allow' }))[0]?.advice).toBe('list it by --own');
  });

  it('is told apart by kind, address and sentence', () => {
    const others = [
      leak({ kind: 'script' }),
      leak({ url: 'https://tracker.example/b.svg' }),
      leak({ what: 'the cookie b' }),
    ];
    expect(found(leak(), ...others)).toHaveLength(4);
  });

  it('has no query: it can hold what tells one visitor from another', () => {
    expect(found(leak({ url: 'https://t.example/?a#b' }))[0]?.url).toBe('https://t.example/');
  });

  it('is not the proof of a no, which is meant to go out', () => {
    const proofEndpoint = '/v1/logs';
    const proof = leak({ kind: 'fetch', url: 'https://shop.example/v1/logs' });
    expect(findingsIn([proof], { ...SETTINGS, proofEndpoint }, PAGE)).toEqual([]);
    expect(findingsIn([leak()], { ...SETTINGS, proofEndpoint }, PAGE)).toHaveLength(1);
  });
});

describe('what Google takes for granted', () => {
  const google = { ad_storage: 'granted', analytics_storage: 'denied' } as const;

  it('is a finding before a choice, after a no and after a withdrawal, each key once', () => {
    const found = googleFindings([
      inventory({ google }),
      inventory({ google, moment: 'after no' }),
      inventory({ google, moment: 'after yes' }),
      inventory({ google, moment: 'after withdrawal' }),
    ]);
    expect(found).toMatchObject([
      { kind: 'google', when: ['before the choice', 'after no', 'after withdrawal'] },
    ]);
    expect(found[0]?.what).toContain('ad_storage');
  });

  it('is none after a yes, where nothing of Google runs, or where it was told no', () => {
    expect(googleFindings([inventory({ google, moment: 'after yes' })])).toEqual([]);
    expect(googleFindings([inventory()])).toEqual([]);
    const denied = { ad_storage: 'denied', analytics_storage: 'unset' } as const;
    expect(googleFindings([inventory({ google: denied })])).toEqual([]);
  });
});
