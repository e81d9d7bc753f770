// Tells others on the page the choice: at once where they are there, and when they come where they are not.
import {
  couldBeTold,
  type ReadAnnounce,
  readAnnounce,
  waitTime,
} from '../../core/announce/read-announce.ts';
import { type ReceiverName, TOLD_BY_TAG } from '../../core/announce/receivers.ts';
import { createTelling } from '../../core/announce/telling.ts';
import type { ConsentState } from '../../core/choice/state.ts';
import { idsIn } from '../../core/gate/gate.ts';
import { own } from '../../core/own.ts';
import type { PolicyTerms } from '../../core/policy/policy.ts';
import { NECESSARY } from '../../core/policy/policy-check.ts';
import { type Fault, refuse } from '../../core/policy/shape.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { on } from './page.ts';
import { createClarity } from './receivers/clarity.ts';
import { createCustom } from './receivers/custom.ts';
import { createGoogle } from './receivers/google.ts';
import { createMatomo } from './receivers/matomo.ts';
import { createMeta } from './receivers/meta.ts';
import { createMicrosoft } from './receivers/microsoft.ts';
import { createPinterest } from './receivers/pinterest.ts';
import { createPostHog } from './receivers/posthog.ts';
import type { CreateReceiver } from './receivers/receiver.ts';
import { createShopify } from './receivers/shopify.ts';
import { createTikTok } from './receivers/tiktok.ts';
import { createWordPress, WORDPRESS_COOKIES } from './receivers/wordpress.ts';

const CREATE: Readonly<Record<ReceiverName, CreateReceiver>> = {
  google: createGoogle,
  microsoft: createMicrosoft,
  clarity: createClarity,
  meta: createMeta,
  tiktok: createTikTok,
  pinterest: createPinterest,
  matomo: createMatomo,
  posthog: createPostHog,
  wordpress: createWordPress,
  shopify: createShopify,
  custom: createCustom,
};

/** What the tag has said already, before any of this was here. */
interface Tag {
  /** Receivers that it has told a no, with spaces between. */
  readonly announce?: string | undefined;
  readonly waitForUpdate?: string | undefined;
}

/** The longest a timer of a browser can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/** What stands on the tag, and nobody would ever tell more than a no, is named. */
function faultsOnTag({ announce = '', waitForUpdate }: Tag, { mappings }: ReadAnnounce): Fault[] {
  const faults: Fault[] = [];
  if (waitForUpdate !== undefined) waitTime(+waitForUpdate, 'data-wait-for-update', faults);
  for (const name of idsIn(announce)) {
    if (!TOLD_BY_TAG.includes(name)) {
      refuse('data-announce', `${TOLD_BY_TAG.join(', ')} or both, and ${name} is neither`, faults);
    } else if (!mappings.some(({ receiver }) => receiver === name)) {
      refuse('data-announce', `policy.announce.${name}, which tells it more than a no`, faults);
    }
  }
  return faults.map((fault) => ({ ...fault, harmless: true }));
}

/** Who could be told, and is not, runs on after a no: this is advice, no fault. */
function advise(names: readonly ReceiverName[]): void {
  if (names[0]) {
    console.warn(
      `Social9 Consent: services of the policy that could be told the choice, and are not in policy.announce: ${names.join(', ')}`,
    );
  }
}

/** The policy with what a receiver itself keeps of the choice, so that the notice names it. */
function withCookies<P extends PolicyTerms>(policy: P, { mappings }: ReadAnnounce): P {
  if (!mappings.some(({ receiver }) => receiver === 'wordpress')) return policy;
  const purposes = policy.purposes.map((purpose) =>
    purpose.id === NECESSARY
      ? { ...purpose, cookies: [...(purpose.cookies ?? []), WORDPRESS_COOKIES] }
      : purpose,
  );
  return { ...policy, purposes };
}

/** Tells again whenever one may have come that was not there: with its script, or by what a script brings along. */
function whenOthersCome(again: () => void): void {
  const page = own(document);
  addEventListener('load', again);
  page.addEventListener('DOMContentLoaded', again);
  page.addEventListener(
    'load',
    ({ target }) => target instanceof HTMLScriptElement && again(),
    true,
  );
  // What is released inline has not run yet when that is told.
  on('release', () => queueMicrotask(again));
}

/** Tells now, and at the end of what is told: nobody has to come back to the page for that. */
function tellerOf(telling: ReturnType<typeof createTelling>): (state: () => ConsentState) => void {
  let current: (() => ConsentState) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function again(): void {
    if (!current) return;
    const state = current();
    clearTimeout(timer);
    if (state.expiresAt !== null) {
      timer = setTimeout(again, Math.min(Math.max(state.expiresAt - Date.now(), 1), LONGEST_MS));
    }
    telling.tell(state);
  }
  whenOthersCome(again);
  return (state) => {
    current = state;
    again();
  };
}

/** Settings that tell others, and what was wrong with what they were to be told. */
export interface Announced<S extends Settings> {
  readonly settings: S;
  readonly faults: readonly Fault[];
}

/** Starts it. */
export function startAnnounce<S extends Settings>(settings: S, tag: Tag): Announced<S> {
  const { announce } = settings.policy;
  // Where only the tag names somebody there is nobody to tell.
  const read = readAnnounce(announce ?? {}, settings.policy);
  const said = idsIn(tag.announce ?? '');
  const addressees = read.mappings.map((mapping) => ({
    mapping,
    receiver: CREATE[mapping.receiver](mapping, said.includes(mapping.receiver)),
  }));
  if (announce) advise(couldBeTold(read.mappings, settings.policy));
  const telling = createTelling(addressees, settings.policy, ({ receiver }, fault) =>
    console.error(`Social9 Consent: ${receiver} could not be told the choice:`, fault),
  );
  const policy = { ...withCookies(settings.policy, read), isTold: telling.isTold };
  return {
    settings: { ...settings, policy, tell: tellerOf(telling) },
    faults: [...read.faults, ...faultsOnTag(tag, read)],
  };
}

export type StartAnnounce = typeof startAnnounce;
