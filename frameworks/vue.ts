// social9-consent/vue: the choice as a composable, and elements that wait, for Vue 3.
import {
  defineComponent,
  getCurrentInstance,
  h,
  type MaybeRefOrGetter,
  onMounted,
  onScopeDispose,
  type Ref,
  type SlotsType,
  shallowRef,
  toRef,
  toValue,
} from 'vue';
import { heldFrame, heldScript } from './held.ts';
import type { ConsentAttributes } from './markup.ts';
import { type Answered, answerTo, type Choices, choices, NOT_YET, onChange } from './page.ts';

export type { Answered, Choices, ConsentAttributes };

/** What is in force, as refs. */
export type ConsentRefs = { readonly [Name in keyof Answered]: Readonly<Ref<boolean>> };

/**
 * Whether something is granted, in this tab or another one. For Nuxt's `useScriptTriggerConsent` give `granted`.
 *
 * @param purpose purposes and `service:…` ids as in `data-consent`: all of them have to be granted.
 * @returns nothing granted, nothing decided on a server, until a component is mounted, and without the widget.
 * @throws TypeError for what has no id in it.
 * @example const { granted } = useConsent('analytics');
 */
export function useConsent(purpose: MaybeRefOrGetter<string>): ConsentRefs {
  const changes = shallowRef(0);
  let off: (() => void) | undefined;
  // Until then stands what the server wrote.
  const wake = (): void => {
    off = onChange(() => changes.value++);
    changes.value++;
  };
  if (getCurrentInstance()) onMounted(wake);
  else if (typeof document === 'object') wake();
  onScopeDispose(() => off?.(), true);
  // Looked up each time, for a choice can have expired.
  const now = (): Answered => {
    const answered = answerTo(toValue(purpose));
    return changes.value ? answered : NOT_YET;
  };
  return { granted: toRef(() => now().granted), decided: toRef(() => now().decided) };
}

/** What a control of the page may do: `open('preferences')`, `withdraw()`, `set()` by a person's press. */
export const useChoices = (): Choices => choices;

const purpose = { type: String, required: true } as const;

/** Shows its content while everything it names is granted, and its `fallback` until then. */
export const Consented = defineComponent({
  props: { purpose },
  slots: {} as SlotsType<{ default?: unknown; fallback?: unknown }>,
  setup(props, { slots }) {
    const { granted } = useConsent(() => props.purpose);
    return () => (granted.value ? slots.default?.({}) : slots.fallback?.({}));
  },
});

/** A frame with a placeholder in it, loaded once it is granted; else an `<iframe>`, `title` its heading. */
export const HeldFrame = defineComponent({
  inheritAttrs: false,
  props: { purpose, src: { type: String, required: true }, picture: String },
  setup:
    (props, { attrs }) =>
    () =>
      // With `srcdoc` it would load at once, whatever was answered.
      h('iframe', { ...attrs, srcdoc: undefined, ...heldFrame(props) }),
});

/** A script that runs once it is granted: once for each time it is mounted. `text` stands in it. */
export const HeldScript = defineComponent({
  inheritAttrs: false,
  props: { purpose, src: String, type: String, text: String },
  setup(props, { attrs }) {
    // Not in the server's page: while it runs its copy stands beside it, where Vue would look for the next element.
    const awake = shallowRef(0);
    onMounted(() => awake.value++);
    return () => (awake.value ? h('script', { ...attrs, ...heldScript(props) }, props.text) : null);
  },
});

declare module 'vue' {
  // biome-ignore lint/suspicious/noEmptyInterface: an interface is the one way to add to another's attributes.
  interface HTMLAttributes extends ConsentAttributes {}
}
