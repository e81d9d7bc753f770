// Who stores what it is told hears nothing before an answer, and loses a yes that ours did not outlive.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callsOf, cleanPage, page, silence, started, through } from './fakes.ts';

beforeEach(silence);
afterEach(cleanPage);

describe('PostHog', () => {
  const postHog = (isIn: boolean) => {
    const said: string[] = [];
    page['posthog'] = {
      has_opted_in_capturing: () => isIn,
      opt_in_capturing: (given: object) => void said.push(`in ${JSON.stringify(given)}`),
      opt_out_capturing: () => void said.push('out'),
    };
    return said;
  };

  it('L-10 hears nothing before an answer, for it would store that', () => {
    const said = postHog(false);
    const yes = 'in {"captureEventName":false}';
    expect(through({ posthog: 'service:meta-pixel' }, () => said)).toEqual([[], [yes, 'out', yes]]);
  });

  it('L-28 loses a yes that ours did not outlive', () => {
    const said = postHog(true);
    started({ posthog: 'service:meta-pixel' }).unanswered();
    expect(said).toEqual(['out']);
  });
});

describe('WP Consent API', () => {
  const announce = { wordpress: { statistics: 'service:meta-pixel' } };
  function wordPress(...allowed: string[]) {
    const { calls, call } = callsOf();
    page['wp_set_consent'] = call;
    page['wp_has_consent'] = (name: string) => allowed.includes(name);
    return calls;
  }

  it('is opt-in from the first moment on', () => {
    const defined = vi.fn();
    document.addEventListener('wp_consent_type_defined', defined, { once: true });
    started(announce);
    expect(page['wp_consent_type']).toBe('optin');
    expect(defined).toHaveBeenCalledOnce();
  });

  it('L-10 hears nothing before an answer, then every category', () => {
    const calls = wordPress();
    const { unanswered, yes } = started(announce);
    unanswered();
    expect(calls).toEqual([]);
    yes();
    expect(calls).toEqual([
      ['functional', 'allow'],
      ['preferences', 'deny'],
      ['statistics', 'allow'],
      ['statistics-anonymous', 'deny'],
      ['marketing', 'deny'],
    ]);
  });

  it('L-28 loses a yes that ours did not outlive', () => {
    const calls = wordPress('marketing');
    started(announce).unanswered();
    expect(calls).toEqual([['marketing', 'deny']]);
  });

  it('L-12 the notice names its cookies', () => {
    const { policy } = started(announce).settings;
    expect(policy.purposes[0]?.cookies).toEqual([{ name: 'wp_consent_*', lifetime: 'P30D' }]);
    expect(started({}).settings.policy.purposes[0]?.cookies).toBeUndefined();
  });
});

describe('Shopify', () => {
  const announce = { shopify: { analytics: 'service:meta-pixel' } };
  function shopify(current: object) {
    const calls: unknown[] = [];
    page['Shopify'] = {
      loadFeatures: () => calls.push('a request'),
      customerPrivacy: {
        currentVisitorConsent: () => current,
        setTrackingConsent: (given: unknown) => void calls.push(given),
      },
    };
    return calls;
  }
  const all = (analytics: boolean) => ({
    analytics,
    marketing: false,
    preferences: false,
    sale_of_data: false,
  });

  it('L-10 hears nothing before an answer, then true or false, and nothing is loaded for it', () => {
    const calls = shopify({ analytics: 'no', marketing: '' });
    expect(through(announce, () => calls)).toEqual([[], [all(true), all(false), all(true)]]);
  });

  it('L-28 loses a yes that ours did not outlive', () => {
    const calls = shopify({ analytics: 'yes', marketing: 'no' });
    started(announce).unanswered();
    expect(calls).toEqual([all(false)]);
  });

  it('is not there before its API is', () => {
    page['Shopify'] = { shop: 'x' };
    expect(() => started(announce).yes()).not.toThrow();
  });
});
