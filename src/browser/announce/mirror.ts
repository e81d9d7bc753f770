// Keeps the cookie for the Customer's server in line with what the page is told. It is never read back.
import { mirrorCookies, withMirror } from '../../core/announce/mirror.ts';
import type { ConsentState } from '../../core/choice/state.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { on } from './page.ts';

/** A page where cookies are blocked goes on without one (F-01, F-02). */
function write(cookies: readonly string[]): void {
  try {
    for (const cookie of cookies) document.cookie = cookie;
  } catch {
    // A sandboxed frame, say. Its server is told nothing, which is a no.
  }
}

/** Starts it. What comes back names the cookie in the notice. A yes ends no later than a no. */
export function startMirror<S extends Settings>(settings: S): S {
  const policy = withMirror(settings.policy, settings.validFor.denied);
  const isSecure = location.protocol === 'https:';
  for (const type of ['ready', 'change'] as const) {
    on(type, (state: ConsentState) => write(mirrorCookies(state, policy, Date.now(), isSecure)));
  }
  return { ...settings, policy };
}

export type StartMirror = typeof startMirror;
