// A question on a page of its own, and what was answered. For tests only.
import { afterEach, beforeEach, expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Ask, AskHost, Question, View } from '../core/ask/ask.ts';
import type { IsFair } from '../core/ask/press.ts';
import { type Answer, type Grants, grantsBy } from '../core/choice/choice.ts';
import type { ConsentState } from '../core/choice/state.ts';
import type { Policy } from '../core/policy/policy.ts';
import { social9 } from '../policies/social9/policy.ts';
import { createData } from '../worded/data.ts';
import { createSecondLayer } from '../worded/preferences.ts';
import { createUi } from '../worded/ui.ts';
import type { Kit } from './kit.ts';
import type { MoveControl } from './preferences/props.ts';

export const policy: Policy = {
  ...social9,
  controller: { name: 'Harbour Post', contact: 'post@harbour.example', privacyUrl: '/privacy' },
};
export const PURPOSES = ['analytics', 'social'];
export const SERVICES = ['google', 'youtube', 'facebook', 'pinterest'];

/** What the site's own object answers; a test can have it answer otherwise. */
export let consent: { -readonly [K in keyof Kit['consent']]: Kit['consent'][K] };
/** Whether presses are taken to be meant. */
export let judged: { isFair: IsFair };
export let root: ShadowRoot;
export let ask: Ask;
export let question: Question;
export let answers: Answer[];
export let refusals: string[][];
export let views: (View | null)[];
/** Where the permanent control was put. */
export let moves: Parameters<MoveControl>[];
/** Whether a page of another site is around this one. */
export let isFramed: boolean;
/** Has it be so, or not. */
export const frame = (isSo: boolean): void => void (isFramed = isSo);
/** What the question is asked with; a test can take a part of it away. */
export let host: AskHost;

export const nothing: Grants = grantsBy(policy, () => false);

export type Changes = Partial<Omit<Question, 'state'>> & { state?: Partial<ConsentState> };

export const questionOf = ({ state, ...changes }: Changes = {}): Question => ({
  policy,
  pending: PURPOSES,
  state: {
    ...nothing,
    decided: false,
    recordId: null,
    policyVersion: '1',
    decidedAt: null,
    expiresAt: null,
    source: null,
    signals: { gpc: false },
    storage: 'indexeddb',
    ...state,
  },
  lang: 'en',
  layout: 'bar',
  position: 'bottom',
  theme: 'auto',
  look: 'standard',
  validFor: { granted: 'P6M', denied: 'P6M' },
  asked: undefined,
  ...changes,
});

/** What is asked from now on, without a redraw. */
export function turnTo(changes: Changes): void {
  question = questionOf(changes);
}

export function open(changes: Changes = {}, view: View = 'banner'): void {
  question = questionOf(changes);
  ask.show(view);
}

beforeEach(() => {
  const element = document.createElement('s9-consent');
  document.body.append(element);
  root = element.attachShadow({ mode: 'open' });
  [answers, refusals, views, moves] = [[], [], [], []];
  isFramed = false;
  question = questionOf();
  consent = {
    withdraw: () => Promise.resolve(),
    receipt: () => Promise.resolve(null),
    export: () => Promise.resolve(null),
    erase: () => Promise.resolve(null),
  };
  host = {
    question: () => question,
    answer: (answer) => void answers.push(answer),
    viewed: (view) => void views.push(view),
    isFramed: () => isFramed,
    refused: (...refusal) => void refusals.push(refusal),
  };
  judged = { isFair: () => true };
  ask = createUi(root, {
    host,
    consent,
    isFair: (...press) => judged.isFair(...press),
    loadSecondLayer: async () =>
      createSecondLayer(
        async () => createData,
        (...move) => void moves.push(move),
      ),
  });
});

afterEach(() => {
  ask.show(null);
  root.host.remove();
});

export const find = <T extends HTMLElement = HTMLElement>(selector: string) =>
  root.querySelector<T>(selector) as T;
export const control = (action: string) => find(`[data-action=${action}]`);
/** A person's press. */
export const press = (action: string) => userEvent.click(page.elementLocator(control(action)));
export const switchOf = (id: string) =>
  find<HTMLInputElement>(`[data-purpose=${id}], [data-service=${id}]`);
export const dialog = () => find<HTMLDialogElement>('dialog');

export async function openPanel(changes: Changes = {}): Promise<void> {
  open(changes, 'preferences');
  await expect.poll(dialog).not.toBeNull();
}

export const on = ({ purposes, services }: Grants) =>
  [...Object.entries(purposes), ...Object.entries(services)]
    .filter(([id, isOn]) => isOn && id !== 'necessary')
    .map(([id]) => id);

/** A fold by the words of its summary. */
export const fold = (words: RegExp) =>
  [...root.querySelectorAll('details')].find((each) =>
    words.test(each.querySelector('summary')?.textContent ?? ''),
  ) as HTMLDetailsElement;
