// What the browser says of the person in front of it: a press, a preference, a language.
import type { SignalsSeen } from '../core/choice.ts';

/** Whether a person's press is being handled right now. */
export const isGesture = (): boolean => !!navigator.userActivation?.isActive;

/** Global Privacy Control is either `true` or not given; Chromium and WebKit lack the property (S-01). */
export const signals = (): SignalsSeen => ({
  gpc: (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true,
});

/** Language the page says it is written in (BCP 47), empty when it does not say. */
export const pageLanguage = (): string => document.documentElement.lang;
