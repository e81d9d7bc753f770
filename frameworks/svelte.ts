// social9-consent/svelte: the choice as reactive state and as a store, and elements that wait, for Svelte 5.
// oxlint-disable-next-line unicorn/require-module-specifiers -- what is added to has to be known
import type {} from 'svelte/elements';
import { createSubscriber } from 'svelte/reactivity';
import { heldFrame, type PlacedScript, placeScript } from './held.ts';
import type { ConsentAttributes } from './markup.ts';
import { type Answered, answerTo, type Choices, choices, expectIds, onChange } from './page.ts';

export {
  type Answered,
  type Choices,
  type ConsentAttributes,
  choices,
  heldFrame,
  type PlacedScript,
};

/** Read in a template, a `$derived` or an effect it is followed; `$` before its name works too. */
export interface ConsentStore extends Answered {
  /** As a store of Svelte's. */
  subscribe(run: (answered: Answered) => void): () => void;
}

/**
 * Whether something is granted, in this tab or another one. Works in any `.ts` or `.js` module.
 *
 * @param purpose purposes and `service:…` ids as in `data-consent`: all of them have to be granted.
 * @returns nothing granted, nothing decided on a server and without the widget.
 * @throws TypeError for what has no id in it.
 * @example
 * const social = useConsent('social');
 * // {#if social.granted} … {:else} … {/if}
 */
export function useConsent(purpose: string): ConsentStore {
  expectIds(purpose);
  const follow = createSubscriber(onChange);
  const now = (): Answered => {
    follow();
    return answerTo(purpose);
  };
  return {
    get granted() {
      return now().granted;
    },
    get decided() {
      return now().decided;
    },
    subscribe(run) {
      const tell = (): void => run(answerTo(purpose));
      tell();
      return typeof document === 'object' ? onChange(tell) : () => undefined;
    },
  };
}

/**
 * An attachment: puts a script into the element that runs once it is granted, and takes it out with it.
 *
 * @example <div {@attach heldScript({ purpose: 'analytics', src: 'https://stats.example/a.js' })}></div>
 */
export const heldScript =
  (script: PlacedScript) =>
  (element: Element): (() => void) =>
    placeScript(element, script);

declare module 'svelte/elements' {
  // biome-ignore lint/suspicious/noEmptyInterface: an interface is the one way to add to another's attributes.
  interface HTMLAttributes<T extends EventTarget> extends ConsentAttributes {}
}
