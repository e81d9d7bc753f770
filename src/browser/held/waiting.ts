// Whether an element waits, by the rules in force when it is asked.
import { missingFor, type Wanted } from '../../core/gate/missing.ts';
import { own } from '../../core/own.ts';
import { addressOf } from './find/read-mark.ts';
import type { ReleaseHost } from './held-elements.ts';
import { scriptAddress } from './scripts/copy.ts';

/** A script that ran, by what it waited for. */
interface Ran {
  readonly wanted: Wanted;
  readonly address: string;
}

/** What a person can tell it by: its whole address. */
function nameOf(address: string | null): string {
  if (address === null) return 'inline';
  try {
    return new URL(address, own(document).baseURI).href;
  } catch {
    return address;
  }
}

/** @param wanted what an element asks of whom, with all that it holds. */
export function createWaiting(host: ReleaseHost, wanted: (element: Element) => Wanted) {
  const ran = new Map<string, Ran>();

  function waits(asked: Wanted): boolean {
    const { policy, grants } = host.rules();
    return missingFor(asked, policy, grants())[0] !== undefined;
  }

  function isOnce(element: Element): boolean {
    const once = host.once();
    return once.has(element) && once.get(element) === addressOf(element);
  }

  return {
    wanted,

    isFree: (element: Element, asked: Wanted): boolean => isOnce(element) || !waits(asked),

    /** @param script what ran for the held element: itself, or one it holds. */
    remember(held: Element, script: HTMLScriptElement, asked = wanted(held)): void {
      const address = nameOf(scriptAddress(script));
      ran.set(`${address} ${asked.ids}`, { wanted: asked, address });
    },

    /** Addresses of those that ran and wait again, and feed somebody who cannot be told so. */
    stillRunning(): string[] {
      const { policy } = host.rules();
      const running = [...ran.values()].filter(
        ({ wanted: asked }) => waits(asked) && !policy.isTold?.(asked),
      );
      return [...new Set(running.map(({ address }) => address))];
    },
  };
}
