// Which words, links, contacts and durations a policy may have, and what one that is none costs.
import { describe, expect, it } from 'vitest';
import { check, grantable, paths, purpose, withPurpose } from '../settings/fakes.ts';

describe('a fault', () => {
  it.each([
    '#privacy',
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'https://me:word@site.example/',
    'https://[site',
    'ftp://site.example',
    'privacy',
    7,
    'https:site.example',
    '/a\u202eb',
    'https://site.example:99999/',
    'mailto:two words',
  ])('F-42 in a link costs that link: %j', (privacyUrl) => {
    const service = { id: 'adhouse', name: 'Ad House', hosts: [], data: ['ip'], privacyUrl };
    const { settings, faults } = check({
      policy: {
        controller: { privacyUrl },
        processor: { privacyUrl },
        purposes: [{ ...purpose, services: [service] }],
      },
    });
    expect(faults.map(({ path }) => path).toSorted()).toEqual([
      'policy.controller.privacyUrl',
      'policy.processor.privacyUrl',
      'policy.purposes.ads.services.adhouse.privacyUrl',
    ]);
    expect(JSON.stringify(settings.policy)).not.toContain('privacyUrl');
    expect(settings.policy.purposes.map(({ id }) => id)).toContain('ads');
  });

  it.each(['https://site.example/p#a', '/', '/privacy?a=b', './p', 'mailto:me@site.example'])(
    'F-42 is not a link: %s',
    (privacyUrl) => {
      const { settings, faults } = check({ policy: { controller: { privacyUrl } } });
      expect(faults).toEqual([]);
      expect(settings.policy.controller.privacyUrl).toBe(privacyUrl);
    },
  );

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'tel:0301234',
    '\u200b',
    'a\nb',
    'a\u202eb',
    ' ',
  ])('F-42 in a contact costs that contact: %j', (contact) => {
    const { settings, faults } = check({ policy: { controller: { contact } } });
    expect(faults.map(({ path }) => path)).toEqual(['policy.controller.contact']);
    expect(settings.policy.controller).not.toHaveProperty('contact');
    expect(grantable({ policy: { controller: { contact } } })).toEqual(['analytics', 'social']);
  });

  it.each(['me@site.example', 'mailto:me@site.example', '/contact', 'Harbour 1, Tel: 030 1234'])(
    'is not a contact: %s',
    (contact) => expect(paths({ policy: { controller: { contact } } })).toEqual([]),
  );

  it.each([
    '\u200b',
    '\u2060\u200d',
    '\u3164',
    '\u00ad',
    '\u2800',
    '\u0301',
    ' \t',
    'A\u0000',
    'A\u0085',
    'A\nB',
    'A\u202eB',
    'A\u2066',
    '\u200fA',
    'A\u061c',
  ])('in a name is one that cannot be read as it is: %j', (name) => {
    expect(paths(withPurpose({ name }))).toEqual(['policy.purposes.ads.name']);
    expect(grantable({ policy: { controller: { name } } })).toEqual([]);
  });

  it.each(['Ærø Ødegård', '株式会社', 'نشرة', 'خبر\u200cها', '👩\u200d🌾', 'A & B <i>'])(
    'is not a name in whatever script: %s',
    (name) => expect(paths(withPurpose({ name, why: `${name}\nand a second line` }))).toEqual([]),
  );

  it.each(['P99999999Y', 'P10000D', 'P1Y-6M', 'PT1H', 'p1m'])(
    'in a duration closes what it belongs to: %s',
    (retention) => {
      expect(paths(withPurpose({ retention }))).toEqual(['policy.purposes.ads.retention']);
      expect(grantable({ validFor: { granted: retention, denied: retention } })).toEqual([]);
    },
  );
});
