import { describe, expect, it } from 'vitest';
import { POLICY } from '../choice/fakes.ts';
import type { PurposeTerms } from '../policy/policy.ts';
import { declared } from './attributes.ts';
import { placeOf, visitorOf } from './page.ts';

const FACTS = {
  url: 'https://user:secret@shop.example:8443/a/b?q=flu+symptoms&page=2#top',
  referrer: 'https://search.example/?q=flu',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
  language: 'en-GB',
};

const purposeWith = (change: Partial<PurposeTerms>): PurposeTerms => ({
  ...(POLICY.purposes[1] as PurposeTerms),
  ...change,
});

const said = (change: Partial<PurposeTerms> = {}) => {
  const purpose = purposeWith(change);
  return declared({ ...placeOf(FACTS, purpose), ...visitorOf(FACTS) }, purpose);
};

describe('a page view', () => {
  it('S-12 carries the attributes the policy declares, and no others', () => {
    expect(said()).toEqual({
      'url.domain': 'shop.example',
      'url.path': '/a/b',
      'user_agent.name': 'Firefox',
      'user_agent.version': '153.0',
      'user_agent.os.name': 'Linux',
    });
  });

  it('leaves out each attribute whose data item is not declared', () => {
    expect(said({ data: ['page'] })).toEqual({ 'url.path': '/a/b' });
    expect(said({ data: [] })).toEqual({});
  });

  it('carries language and referrer only where the policy declares them', () => {
    expect(said({ data: ['language', 'referrer'] })).toEqual({
      'browser.language': 'en-GB',
      's9.referrer.domain': 'search.example',
    });
  });

  it('never carries query or fragment, but for parameters the policy lists', () => {
    expect(said({ data: ['page'], queryParameters: ['page'] })).toEqual({
      'url.path': '/a/b?page=2',
    });
  });
});
