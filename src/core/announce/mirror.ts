// The choice as a cookie tells it to the Customer's server: what is granted and until when, no id (L-26).

import type { ConsentState } from '../choice/state.ts';
import { isGranted } from '../gate/gate.ts';
import { NAME } from '../name.ts';
import type { PolicyTerms } from '../policy/policy.ts';

/** Days of more than four digits stand in records nobody made (F-11). */
const LAST_MS = Date.UTC(9999, 11, 31);

const isDay = (ms: number | null): ms is number =>
  typeof ms === 'number' && ms >= 0 && ms <= LAST_MS;

/** Not the instant: the millisecond of a press would tell one visitor from all others (L-26). */
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Servers decode the values of cookies or not, once or twice: nothing here is changed by that. */
const plain = (text: string): string => text.replace(/[^\w.-]/g, '_');

/** Purposes and services that had to be asked for and are granted, in the order of the policy. */
function grantedIn(state: ConsentState, policy: PolicyTerms): string[] {
  return policy.purposes
    .filter(({ basis }) => basis !== 'necessary')
    .flatMap(({ id, services }) => [id, ...services.map((service) => `service:${service.id}`)])
    .filter((id) => isGranted(state, id));
}

/**
 * What to write, one after the other. The old cookie goes first: one that is too long is refused by
 * the browser, and must not leave an older yes in place. Nothing follows where no choice stands, nor
 * where the choice ends with the page: the cookie would outlive it (F-13).
 */
export function mirrorCookies(
  state: ConsentState,
  policy: PolicyTerms,
  nowMs: number,
  isSecure: boolean,
): string[] {
  const { decidedAt, expiresAt, policyVersion, storage } = state;
  const cookie = (value: string, seconds: number) =>
    `${NAME}=${value}; Path=/; SameSite=Lax; Max-Age=${seconds}${isSecure ? '; Secure' : ''}`;
  const gone = cookie('', 0);
  if (storage === 'memory' || !isDay(decidedAt) || !isDay(expiresAt) || expiresAt <= nowMs) {
    return [gone];
  }
  const value = [
    `policy=${plain(policyVersion)}`,
    `granted=${grantedIn(state, policy).join('.')}`,
    `decided=${dayOf(decidedAt)}`,
    `until=${dayOf(expiresAt)}`,
  ].join('&');
  return [gone, cookie(value, Math.floor((expiresAt - nowMs) / 1000))];
}

/** The policy with the cookie among what is kept of a choice, so that the notice names it. */
export function withMirror<P extends PolicyTerms>(policy: P, lifetime: string): P {
  const purposes = policy.purposes.map((purpose) => {
    if (purpose.id !== 'necessary') return purpose;
    const others = (purpose.cookies ?? []).filter(({ name }) => name !== NAME);
    return { ...purpose, cookies: [...others, { name: NAME, lifetime }] };
  });
  return { ...policy, purposes };
}
