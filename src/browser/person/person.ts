// What the browser says of the person in front of it: a preference, a look.
import type { SignalsSeen } from '../../core/choice/choice.ts';
import { own } from '../../core/own.ts';

/** Global Privacy Control is either `true` or not given; Chromium and WebKit lack the property (S-01). */
export const signals = (): SignalsSeen => ({
  gpc: (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true,
});

/**
 * Settles when somebody looks at the page: a prerendered one runs before that, and until then nothing
 * may be asked, released or sent (F-21). Chromium only.
 */
export function activation(): unknown {
  // A picture of that name is not `true`.
  const { prerendering } = document as { prerendering?: unknown };
  return (
    prerendering === true &&
    new Promise((resolve) => own(document).addEventListener('prerenderingchange', resolve))
  );
}
