import { afterEach, expect, it } from 'vitest';
import { ASKED, readGoogle } from './google.ts';

const put = (data: unknown) => Object.assign(globalThis, { google_tag_data: data });
afterEach(() => void Reflect.deleteProperty(globalThis, 'google_tag_data'));

it('reads what was told, and that nothing was', () => {
  const told: Record<string, number> = { ad_storage: 1, ad_user_data: 2, analytics_storage: 3 };
  put({ ics: { getConsentState: (key: string) => told[key] ?? 0 } });
  expect(readGoogle(ASKED)).toEqual({
    ad_storage: 'granted',
    ad_user_data: 'denied',
    ad_personalization: 'unset',
    analytics_storage: 'unset',
  });
});

it.each([undefined, null, {}, { ics: {} }, { ics: { entries: {} } }])(
  'knows nothing where no tag of Google runs: %j',
  (data) => {
    if (data !== undefined) put(data ?? {});
    expect(readGoogle(ASKED)).toBeNull();
  },
);
