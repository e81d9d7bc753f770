// social9-consent/angular: the choice as signals, and a script that waits, for Angular. Functions: nothing to compile.
import {
  afterNextRender,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  type Signal,
  signal,
} from '@angular/core';
import { type PlacedScript, placeScript } from './held.ts';
import { type Answered, answerTo, type Choices, choices, NOT_YET, onChange } from './page.ts';

export { type Answered, type Choices, choices, type PlacedScript };

/** What is in force, as signals. */
export type ConsentSignals = { readonly [Name in keyof Answered]: Signal<boolean> };

/** Runs in the browser, once what is here is drawn; what that returns, when it is destroyed. */
function whileDrawn(start: () => () => void): void {
  const destroyed = inject(DestroyRef);
  afterNextRender(() => {
    destroyed.onDestroy(start());
  });
}

/**
 * Whether something is granted, in this tab or another one. Called where `inject()` may be.
 *
 * @param purpose purposes and `service:…` ids as in `data-consent`: all of them have to be granted.
 * @returns nothing granted, nothing decided on a server, until the first render, and without the widget.
 * @throws TypeError for what has no id in it.
 * @example
 * readonly social = injectConsent('social');
 * // @if (social.granted()) { … } @else { … }
 */
export function injectConsent(purpose: string): ConsentSignals {
  answerTo(purpose);
  const answered = signal(NOT_YET);
  whileDrawn(() => {
    const tell = (): void => answered.set(answerTo(purpose));
    tell();
    return onChange(tell);
  });
  return {
    granted: computed(() => answered().granted),
    decided: computed(() => answered().decided),
  };
}

/**
 * Puts a script into the component's or directive's element that runs once it is granted: Angular leaves script
 * elements out of a template. Frames need nothing: `<iframe data-consent="social" [attr.data-src]="url">`.
 *
 * @example constructor() { injectHeldScript({ purpose: 'analytics', src: 'https://stats.example/a.js' }); }
 */
export function injectHeldScript(script: PlacedScript): void {
  const element = inject<ElementRef<Element>>(ElementRef).nativeElement;
  whileDrawn(() => placeScript(element, script));
}
