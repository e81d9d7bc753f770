// An Angular application that reads the choice and holds what waits for it; compiled in the browser.
import '@angular/compiler';
import { Component, Input, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication, provideClientHydration } from '@angular/platform-browser';
import { choices, injectConsent, injectHeldScript } from 'social9-consent/angular';

class Held {
  scripts = [
    injectHeldScript({ purpose: 'analytics', src: `${globalThis.thirdParty}/first.js` }),
    injectHeldScript({
      purpose: 'analytics',
      text: "if (0 < 1 && '</' + 'script>') (globalThis.ran ??= []).push('inline')",
    }),
  ];
}
Component({ selector: 'app-held', template: '' })(Held);

class Reader {
  both = injectConsent('analytics social');
  social = injectConsent('social');
  choices = choices;
}
Input()(Reader.prototype, 'address');
Component({
  selector: 'app-reader',
  imports: [Held],
  template: `<section>
    <p id="answer">{{ both.granted() }} {{ both.decided() }}</p>
    <p id="gated">@if (social.granted()) {Here it is} @else {Not yet}</p>
    <iframe data-consent="social" [attr.data-src]="address" title="A film"></iframe>
    <app-held />
    <button (click)="choices.open('preferences')">Our choices</button>
    <button (click)="choices.set({ social: true })">Show films</button>
    <button (click)="choices.withdraw()">Take back</button>
  </section>`,
})(Reader);

class App {
  isThere = signal(true);
  address = `${globalThis.thirdParty}/frame.html`;
  constructor() {
    globalThis.turn = (to) => this.isThere.set(to);
  }
}
Component({
  selector: 'app-root',
  imports: [Reader],
  template: `@if (isThere()) {<app-reader [address]="address" />} @else {<p id="gone">Gone</p>}`,
})(App);

/** Starts it in a browser, or on a server with what that gives it. */
export const start = (context, providers = [provideClientHydration()]) =>
  bootstrapApplication(
    App,
    { providers: [provideZonelessChangeDetection(), ...providers] },
    context,
  );
