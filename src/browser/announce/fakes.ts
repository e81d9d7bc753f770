// A page that announces, and what tells it a state. For tests only.
import { vi } from 'vitest';
import { ANNOUNCED, stateWith } from '../../core/announce/fakes.ts';
import type { ConsentState } from '../../core/choice/state.ts';
import { DEFAULTS } from '../../core/settings/settings.ts';
import { startAnnounce } from './announce.ts';

export const page = window as unknown as Record<string, unknown>;

const NAMES = ['dataLayer', 'uetq', '_paq', 'clarity', 'fbq', 'ttq', 'pintrk', 'posthog'];
const OTHERS = [
  'google_tag_manager',
  'ga-disable-G-1',
  'ga-disable-G-2',
  'Shopify',
  'wp_consent_type',
  'wp_set_consent',
  'wp_has_consent',
  'shop',
];

/** Advice is for who writes the policy. */
export const silence = (): void => void vi.spyOn(console, 'warn').mockReturnValue();

/** Takes away what a test has left on the page. */
export function cleanPage(): void {
  vi.restoreAllMocks();
  for (const name of [...NAMES, ...OTHERS]) delete page[name];
}

/** Started, with what tells it a state. */
export function started(announce?: object, said?: string) {
  const given = { ...DEFAULTS, policy: { ...ANNOUNCED, announce } };
  const { settings, faults } = startAnnounce(given, { announce: said });
  const tell = (state: ConsentState) => settings.tell?.(() => state);
  return {
    settings,
    faults,
    unanswered: () => tell(stateWith([], false)),
    yes: () => tell(stateWith(['service:meta-pixel'])),
    no: () => tell(stateWith([])),
  };
}

/** What was called before an answer; and after a yes, the same again, a no, and the next yes. */
export function through(announce: object, called: () => unknown): unknown {
  const { unanswered, yes, no } = started(announce);
  unanswered();
  unanswered();
  const before: unknown = JSON.parse(JSON.stringify(called()));
  yes();
  yes();
  no();
  yes();
  return [before, called()];
}

/** A function that keeps what it was called with. */
export function callsOf() {
  const calls: unknown[][] = [];
  return { calls, call: (...given: unknown[]) => void calls.push(given) };
}
