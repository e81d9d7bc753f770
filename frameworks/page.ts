// The widget of this page, whether the tag or the package started it: what it allows, its changes, calls to it.
import { type Page, RUNNING } from '../src/browser/person/outer.ts';
import type { View } from '../src/core/ask/ask.ts';
import type { Consent } from '../src/core/consent.ts';
import { idsIn, SERVICE } from '../src/core/gate/gate.ts';

/** What is in force for the ids that were asked about. Frozen; the same object while nothing has changed. */
export interface Answered {
  /** Everything that was asked about is granted. `false` on a server, and until the stored choice was read. */
  readonly granted: boolean;
  /** The person has a valid choice for all that the policy asks. `false` until that is known. */
  readonly decided: boolean;
}

/** Four objects for all, so that what compares by identity sees changes alone. */
const ANSWERED: readonly Answered[] = [0, 1, 2, 3].map((bits) =>
  Object.freeze({ granted: bits > 1, decided: bits % 2 > 0 }),
);

/** On a server, while a page wakes, and until the stored choice has been read. */
export const NOT_YET = ANSWERED[0] as Answered;

const running = (): Consent | undefined => (globalThis as unknown as Page)[RUNNING];

const faultOf = (given: string): string =>
  `Social9 Consent: expected ids of the policy, not “${given}”`;

/** @throws TypeError for what has no id in it. */
export function expectIds(given: string): readonly string[] {
  const ids = idsIn(`${given ?? ''}`);
  if (!ids[0]) throw new TypeError(faultOf(given));
  return ids;
}

const looked: Record<string, unknown> = {};

/** Named once the policy is known, once each: it would never be granted, and nobody told. */
function tellUnknown({ ready }: Consent, id: string): void {
  looked[id] ??= ready.then(({ purposes, services }) => {
    const isKnown = id.startsWith(SERVICE) ? id.slice(SERVICE.length) in services : id in purposes;
    if (!isKnown) console.error(faultOf(id));
  });
}

/**
 * What is in force now, by the clock too.
 *
 * @param given purposes and `service:…` ids as in `data-consent`: all of them have to be granted.
 */
export function answerTo(given: string): Answered {
  const ids = expectIds(given);
  const consent = running();
  if (!consent) return NOT_YET;
  for (const id of ids) tellUnknown(consent, id);
  const isGranted = ids.every((id) => consent.allows(id));
  return ANSWERED[Number(isGranted) * 2 + Number(consent.state.decided)] as Answered;
}

/** Hears when the widget is there and each time another choice is in force; returns what ends it. */
export function onChange(hear: () => void): () => void {
  const listening = new AbortController();
  for (const type of ['s9:ready', 's9:change']) {
    // As its interface has it, for an element of the page may be called so.
    EventTarget.prototype.addEventListener.call(document, type, () => hear(), listening);
  }
  return () => listening.abort();
}

/**
 * What a control of the page may do. Calls wait for the widget where it has not come yet; a wrong argument is a
 * TypeError, as a rejection.
 */
export interface Choices {
  /** Opens a view. */
  open(view: View): Promise<void>;
  /** Closes whatever view is open; never an answer. */
  close(): Promise<void>;
  /** Answers for the person; grants only for their press on a control of the page, within a second of it. */
  set(values: Readonly<Record<string, boolean>>): Promise<void>;
  /** Grants everything, under the same condition as `set`. */
  accept(): Promise<void>;
  /** Denies everything that is not necessary. Always allowed. */
  reject(): Promise<void>;
  /** Takes back every grant; with the id of a collection, what was agreed to about that alone. Always allowed. */
  withdraw(collection?: string): Promise<void>;
}

const there = async (): Promise<Consent> =>
  running() ??
  new Promise((done) => {
    const off = onChange(() => {
      const consent = running();
      if (!consent) return;
      off();
      done(consent);
    });
  });

type Call = (...given: unknown[]) => Promise<void>;

export const choices = Object.fromEntries(
  (['open', 'close', 'set', 'accept', 'reject', 'withdraw'] as const).map((name) => [
    name,
    async (...given: unknown[]) => ((await there())[name] as Call)(...given),
  ]),
) as unknown as Choices;
