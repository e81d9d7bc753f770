// What Google's own tags believe of consent, read back from where they keep it.

export type GoogleState = Readonly<Record<string, 'granted' | 'denied' | 'unset'>>;

/** The keys that a choice is about. */
export const ASKED = ['ad_storage', 'ad_user_data', 'ad_personalization', 'analytics_storage'];

/** Runs in the page, and must hold everything it uses. `null` where no tag of Google runs. */
export function readGoogle(keys: readonly string[]): GoogleState | null {
  const { google_tag_data: data } = globalThis as {
    google_tag_data?: { ics?: { getConsentState?: (key: string) => number } };
  };
  const ics = data?.ics;
  if (typeof ics?.getConsentState !== 'function') return null;
  const state: Record<string, 'granted' | 'denied' | 'unset'> = {};
  // Above two it is what Google takes for lack of a word.
  for (const key of keys) {
    const told = ics.getConsentState(key);
    state[key] = told === 1 ? 'granted' : told === 2 ? 'denied' : 'unset';
  }
  return state;
}
