// Keeps the cookie for the Customer's server in line with what the page is told. It is never read back.
import { mirrorCookies } from '../core/mirror.ts';
import type { PolicyTerms } from '../core/policy.ts';
import type { ConsentState } from '../core/state.ts';
import { on } from './page-events.ts';

/** A page where cookies are blocked goes on without one (F-01, F-02). */
function write(cookies: readonly string[]): void {
  try {
    for (const cookie of cookies) document.cookie = cookie;
  } catch {
    // A sandboxed frame, say. Its server is told nothing, which is a no.
  }
}

export function startMirror(policy: PolicyTerms): void {
  const isSecure = location.protocol === 'https:';
  for (const type of ['ready', 'change'] as const) {
    on(type, (state) => write(mirrorCookies(state as ConsentState, policy, Date.now(), isSecure)));
  }
}
