import { describe, expect, it } from 'vitest';
import { POLICY } from '../choice/fakes.ts';
import type { PurposeTerms } from '../policy/policy.ts';
import { pageViewAttributes } from './page-view.ts';

const FACTS = {
  url: 'https://user:secret@shop.example:8443/a/b?q=flu+symptoms&page=2#top',
  referrer: 'https://search.example/?q=flu',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
  language: 'en-GB',
};

const policyWith = (change: Partial<PurposeTerms>) => ({
  ...POLICY,
  purposes: POLICY.purposes.map((purpose) =>
    purpose.id === 'analytics' ? { ...purpose, ...change } : purpose,
  ),
});

describe('a page view', () => {
  it('S-12 carries the attributes the policy declares, and no others', () => {
    expect(pageViewAttributes(FACTS, POLICY)).toEqual({
      'url.domain': 'shop.example',
      'url.path': '/a/b',
      'user_agent.name': 'Firefox',
      'user_agent.version': '153.0',
      'user_agent.os.name': 'Linux',
    });
  });

  it('leaves out each attribute whose data item is not declared', () => {
    expect(pageViewAttributes(FACTS, policyWith({ data: ['page'] }))).toEqual({
      'url.path': '/a/b',
    });
    expect(pageViewAttributes(FACTS, policyWith({ data: [] }))).toEqual({});
  });

  it('carries language and referrer only where the policy declares them', () => {
    expect(pageViewAttributes(FACTS, policyWith({ data: ['language', 'referrer'] }))).toEqual({
      'browser.language': 'en-GB',
      's9.referrer.domain': 'search.example',
    });
  });

  it('never carries query or fragment, but for parameters the policy lists', () => {
    const listed = policyWith({ data: ['page'], queryParameters: ['page'] });
    expect(pageViewAttributes(FACTS, listed)).toEqual({ 'url.path': '/a/b?page=2' });
  });

  it('carries nothing when there is no such purpose', () => {
    const without = { ...POLICY, purposes: POLICY.purposes.filter(({ id }) => id !== 'analytics') };
    expect(pageViewAttributes(FACTS, without)).toEqual({});
  });
});
