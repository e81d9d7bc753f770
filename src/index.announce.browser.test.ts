// The package says what the tag says by `data-announce`, at the call; and tells others what is decided, as the tag does.
import { afterAll, expect, test, vi } from 'vitest';
import { createConsent } from './index.ts';

const page = window as unknown as Record<string, ArrayLike<unknown>[] | undefined>;
const told = () =>
  (page['dataLayer'] ?? []).map((entry) => {
    const [name, kind] = Array.from(entry);
    return [name ?? 'event', kind].join(' ').trim();
  });

afterAll(() => {
  document.querySelector('s9-consent')?.remove();
  indexedDB.deleteDatabase('s9-consent');
});

test('L-10 a no first, at once, and what is decided when it is', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const consent = createConsent({
    policy: {
      controller: { name: 'Example Shop', contact: 'privacy@shop.example' },
      purposes: [{ id: 'analytics', services: ['google-analytics'] }],
      announce: { google: { analytics_storage: 'analytics', wait_for_update: 2000 } },
    },
  });
  expect(told()).toEqual(['consent default']);
  const [, , values] = Array.from(page['dataLayer']?.[0] ?? []);
  expect(values).toMatchObject({ analytics_storage: 'denied', wait_for_update: 2000 });
  await consent.ready;
  expect(told()).toEqual(['consent default', 'set ads_data_redaction']);
  await consent.reject();
  expect(told().slice(2)).toEqual(['consent update', 'event']);
});
