// A Vue application that reads the choice and holds what waits for it.

import { Consented, HeldFrame, HeldScript, useChoices, useConsent } from 'social9-consent/vue';
import { h, ref } from 'vue';

const Reader = {
  props: ['origin'],
  setup({ origin }) {
    const { granted, decided } = useConsent(() => 'analytics social');
    const choices = useChoices();
    return () =>
      h('section', [
        h('p', { id: 'answer' }, `${granted.value} ${decided.value}`),
        h('p', { id: 'gated' }, [
          h(
            Consented,
            { purpose: 'social' },
            { default: () => 'Here it is', fallback: () => 'Not yet' },
          ),
        ]),
        h(HeldFrame, { purpose: 'social', src: `${origin}/frame.html`, title: 'A film' }),
        h(HeldScript, { purpose: 'analytics', src: `${origin}/first.js` }),
        h(HeldScript, {
          purpose: 'analytics',
          text: "if (0 < 1 && '</script>') (globalThis.ran ??= []).push('inline')",
        }),
        h('button', { onClick: () => choices.open('preferences') }, 'Our choices'),
        h('button', { onClick: () => choices.set({ social: true }) }, 'Show films'),
        h('button', { onClick: () => choices.withdraw() }, 'Take back'),
      ]);
  },
};

export const App = {
  props: ['origin'],
  setup({ origin }) {
    const isThere = ref(true);
    globalThis.turn = (to) => {
      isThere.value = to;
    };
    return () => (isThere.value ? h(Reader, { origin }) : h('p', { id: 'gone' }, 'Gone'));
  },
};
