// Runs held scripts once each, in document order, inline ones after the external ones before them.
import type { Wanted } from '../../../core/gate/missing.ts';
import type { Slices } from '../slices.ts';
import type { TrustedPolicy } from '../trusted.ts';
import { copyOf, isCodeType, scriptAddress } from './copy.ts';
import { createLoading } from './loading.ts';
import type { HearWhatHasBeen } from './ready.ts';

export interface ScriptHost {
  readonly slices: Slices;
  readonly trusted: TrustedPolicy;
  /**
   * Asked again right before each runs: it can have been withdrawn, or gone, while others loaded. What it asks for,
   * before it can change that itself; `false` where it may not run.
   */
  mayRun(held: HTMLScriptElement): Wanted | false;
  onRun(held: HTMLScriptElement, asked: Wanted): void;
  onFailure(held: HTMLScriptElement, error: unknown): void;
  /** For one that waits for the page's own beginning; `null` where its file is not to be had: it runs without. */
  loadReady(): Promise<HearWhatHasBeen | null>;
  /** Runs what may write into the document, which would open it anew. */
  keepOpen(held: Element, run: () => void): void;
}

const isInline = (held: HTMLScriptElement): boolean => scriptAddress(held) === null;

/** Scripts for browsers without modules, or in a language of old, are run by none that runs us. */
function isSkipped(held: HTMLScriptElement): boolean {
  const { type } = held.dataset;
  const language = held.getAttribute('language');
  return (
    (held.noModule && type !== 'module') || !isCodeType(type ?? (language && `text/${language}`))
  );
}

/**
 * The copy runs where the held one stands, and is gone afterwards. A promise when others wait for it.
 */
function run(
  held: HTMLScriptElement,
  { trusted, keepOpen }: ScriptHost,
  loading: ReturnType<typeof createLoading>,
  hear: HearWhatHasBeen | null | false,
): Promise<void> | undefined {
  const copy = copyOf(held, trusted);
  // A snapshot that Turbo takes meanwhile must not run it again.
  copy.dataset['turboEval'] = 'false';
  const over = isInline(held) ? undefined : loading.wait(copy);
  const hasRun = hear && hear(copy);
  for (const type of ['load', 'error']) {
    copy.addEventListener(type, () => {
      if (hasRun) hasRun();
      loading.end(copy);
      held.dispatchEvent(new Event(type));
    });
  }
  // Before it: who looks a script up by its id or its place finds the one that runs.
  keepOpen(held, () => held.before(copy));
  if (!over) {
    if (hasRun) hasRun();
    copy.remove();
  }
  return held.hasAttribute('async') ? undefined : over;
}

/** Takes scripts in document order. */
export function createScriptQueue(host: ScriptHost) {
  const queue: HTMLScriptElement[] = [];
  const loading = createLoading();
  let isDraining = false;

  /** One after the other; the browser's own order would have all wait for one that hangs. */
  async function drain(): Promise<void> {
    if (isDraining) return;
    isDraining = true;
    for (let held = queue.shift(); held; held = queue.shift()) {
      if (host.slices.isSpent()) await host.slices.next();
      const hear = held.hasAttribute('data-consent-ready') && (await host.loadReady());
      const asked = host.mayRun(held);
      if (!asked || isSkipped(held)) continue;
      try {
        const over = run(held, host, loading, hear);
        host.onRun(held, asked);
        await over;
      } catch (error) {
        // Refused by the page's own policy, say: the others go on.
        host.onFailure(held, error);
      }
    }
    isDraining = false;
  }

  return {
    add(held: HTMLScriptElement): void {
      queue.push(held);
      void drain();
    },
    clear: loading.clear,
  };
}
