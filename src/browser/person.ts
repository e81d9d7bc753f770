// What the browser says of the person in front of it: a press, a preference, a look.
import type { SignalsSeen } from '../core/choice.ts';

/** Whether a person's press is being handled right now. */
export const isGesture = (): boolean => !!navigator.userActivation?.isActive;

/** Global Privacy Control is either `true` or not given; Chromium and WebKit lack the property (S-01). */
export const signals = (): SignalsSeen => ({
  gpc: (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true,
});

/**
 * Settles when somebody looks at the page: a prerendered one runs before that, and until then nothing
 * may be asked, released or sent (F-21). Chromium only.
 */
export const activation = (): unknown =>
  (document as { prerendering?: boolean }).prerendering &&
  new Promise((resolve) => document.addEventListener('prerenderingchange', resolve));
