// Vendors without a place in `announce`, by the scripts they publish: a function of the site's own tells them.
import type { BrowserContext } from 'playwright/test';
import { expect, settings, test } from '../../support/fixture.ts';
import { bundle } from '../the-pages-own-elements-stay-as-written/bundles.ts';

const ON_CONSENT = `<script>
  window.shop = {
    onConsent({ decided, services }) {
      const { mixpanel } = window;
      if (!decided || !mixpanel) return;
      if (services.mixpanel) mixpanel.opt_in_tracking({ track() {} });
      else mixpanel.opt_out_tracking({ delete_user: false });
    },
  };
</script>`;

const MIXPANEL = `
  import mixpanel from 'mixpanel-browser/dist/mixpanel-core.cjs.js';
  mixpanel.init('test', {
    api_host: 'https://api-eu.mixpanel.com',
    loaded: () => mixpanel.opt_in_tracking({ track() {} }),
    batch_requests: false,
  });
  window.mixpanel = mixpanel;
`;

const SEGMENT = `
  import { AnalyticsBrowser } from '@segment/analytics-next';
  import { createWrapper } from '@segment/analytics-consent-tools';
  const { consent } = window.social9;
  const isGranted = () => consent.state.services.segment === true;
  const categories = ({ purposes: { necessary, ...asked } }) => asked;
  const withConsent = createWrapper({
    shouldLoadSegment: (segment) => new Promise((resolve) => {
      const look = () => isGranted() && resolve(segment.load({ consentModel: 'opt-in' }));
      void consent.ready.then(look);
      consent.on('change', look);
    }),
    getCategories: () => categories(consent.state),
    registerOnConsentChanged: (tell) => consent.on('change', (state) => tell(categories(state))),
  });
  const analytics = new AnalyticsBrowser();
  withConsent(analytics).load({
    writeKey: 'test',
    cdnSettings: {
      integrations: { 'Segment.io': { apiKey: 'test' } },
      consentSettings: { allCategories: ['analytics'], hasUnmappedDestinations: false },
    },
  });
  void analytics.addSourceMiddleware(({ payload, next }) => { if (isGranted()) next(payload); });
  window.analytics = analytics;
`;

/** What reached a vendor, as what of it a test looks at. */
async function reached(context: BrowserContext, hosts: RegExp): Promise<readonly string[]> {
  const sent: string[] = [];
  await context.route(hosts, async (route) => {
    sent.push(`${route.request().url()} ${route.request().postData() ?? ''}`);
    const { origin = '*' } = route.request().headers();
    const headers = {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
    };
    await route.fulfill({ json: 1, headers });
  });
  return sent;
}

const policyWith = (service: unknown, announce: object): string =>
  settings({ policy: { purposes: [{ id: 'analytics', services: [service] }], announce } });

test('L-10 L-19 Mixpanel keeps and sends with the yes alone, and again with the next', async ({
  context,
  page,
  visit,
  notice,
  world,
}) => {
  const sent = await reached(context, /mixpanel\.com/);
  const track = (name: string) =>
    page.evaluate((event) => {
      const { mixpanel } = globalThis as unknown as { mixpanel: { track(e: string): void } };
      mixpanel.track(event);
    }, name);
  const ids = async () =>
    (await context.cookies(world.host.origin)).filter(({ name }) => name.startsWith('mp_')).length;
  const events = () => sent.map((each) => /granted|late|again|next/.exec(each)?.[0] ?? each);
  world.host.put('/app.js', await bundle(MIXPANEL));
  const held =
    '<script type="text/plain" data-consent="service:mixpanel" data-src="/app.js"></script>';
  const shop = `${policyWith('mixpanel', { custom: 'shop.onConsent' })}{{tag}}${ON_CONSENT}${held}`;
  await visit(shop);
  await notice.accept();
  await expect.poll(ids).toBe(1);
  await track('granted');
  await expect.poll(events).toEqual(['granted']);
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(ids).toBe(0);
  await track('late');
  await notice.permanentControl.click();
  await notice.press('accept');
  await expect.poll(ids).toBe(1);
  await track('again');
  await expect.poll(events).toEqual(['granted', 'again']);
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(ids).toBe(0);
  await visit(shop);
  await notice.permanentControl.click();
  await notice.press('accept');
  await expect.poll(ids).toBe(1);
  await track('next');
  await expect.poll(events).toEqual(['granted', 'again', 'next']);
});

test('L-10 L-19 Segment loads with the yes, and stamps it on what it sends', async ({
  context,
  page,
  visit,
  notice,
  state,
  world,
}) => {
  const sent = await reached(context, /segment\.(io|com)/);
  const track = (name: string) =>
    page.evaluate((event) => {
      const { analytics } = globalThis as unknown as { analytics: { track(e: string): unknown } };
      void analytics.track(event);
    }, name);
  const stamped = () =>
    sent.flatMap((each) => {
      const body = JSON.parse(each.slice(each.indexOf(' ') + 1) || '{}') as {
        event?: string;
        context?: { consent?: { categoryPreferences: Record<string, boolean> } };
      };
      const isOn = body.context?.consent?.categoryPreferences['analytics'];
      // Its own figures carry no event.
      return body.event ? `${body.event}: ${isOn}` : [];
    });
  const isGranted = async () => (await state()).services['segment'];
  const service = { id: 'segment', name: 'Segment', hosts: ['*.segment.io'], data: ['ip', 'page'] };
  world.host.put('/app.js', await bundle(SEGMENT));
  await visit(`${policyWith(service, {})}{{tag}}<script src="/app.js"></script>`);
  await notice.asks();
  await track('early');
  expect(sent).toEqual([]);
  await notice.accept();
  await expect.poll(stamped).toContain('early: true');
  await track('allowed');
  await expect.poll(stamped).toContain('allowed: true');
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(isGranted).toBe(false);
  await track('late');
  await notice.permanentControl.click();
  await notice.press('accept');
  await expect.poll(isGranted).toBe(true);
  await track('again');
  await expect.poll(stamped).toContain('again: true');
  const UPDATED = 'Segment Consent Preference Updated: true';
  expect(
    stamped(),
    'Segment’s own queue waits with it, and nothing of it comes from under a no',
  ).toEqual(['early: true', UPDATED, 'allowed: true', UPDATED, 'again: true']);
});
