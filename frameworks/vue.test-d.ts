// What a Customer's compiler says of Vue's, Svelte's, Angular's and Solid's entries. Nothing here runs.
import type { JSX } from 'solid-js';
import type { HTMLAttributes as SvelteAttributes } from 'svelte/elements';
import { h, type Ref, type HTMLAttributes as VueAttributes } from 'vue';
import { injectConsent } from './angular.ts';
import type { ConsentAttributes } from './solid.ts';
import { useConsent as fromSvelte, heldScript } from './svelte.ts';
import { Consented, HeldFrame, useConsent } from './vue.ts';

/** Fails to compile unless its argument is `true`. */
const holds = <T extends true>(_type?: T): void => undefined;
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

const { granted } = useConsent(() => 'analytics');
// As Nuxt's `useScriptTriggerConsent` takes it.
const taken: Promise<boolean> | Ref<boolean> | boolean = granted as Ref<boolean>;
void taken;
// @ts-expect-error it is for reading
granted.value = true;
h(Consented, { purpose: 'social' }, { default: () => 'Yes', fallback: () => 'No' });
h(HeldFrame, { purpose: 'social', src: '/a', title: 'A film' });
// @ts-expect-error what for?
h(HeldFrame, { src: '/a' });

holds<Same<ReturnType<ReturnType<typeof injectConsent>['granted']>, boolean>>();
// @ts-expect-error it is for reading
fromSvelte('social').granted = true;
heldScript({ purpose: 'analytics', src: '/a.js', async: true, 'data-token': 'a' });
// @ts-expect-error what for?
heldScript({ src: '/a.js' });

type Open = ConsentAttributes['data-consent-open'];
holds<Same<VueAttributes['data-consent-open'], Open>>();
holds<Same<SvelteAttributes<HTMLElement>['data-consent-open'], Open>>();
holds<Same<JSX.HTMLAttributes<HTMLElement>['data-consent-open'], Open>>();
