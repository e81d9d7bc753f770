// A React application that reads the choice and holds what waits for it.
import { createElement as e, StrictMode, useState } from 'react';
import { Consented, HeldFrame, HeldScript, useChoices, useConsent } from 'social9-consent/react';

function Reader({ origin }) {
  const { granted, decided } = useConsent('analytics social');
  const choices = useChoices();
  return e(
    'section',
    null,
    e('p', { id: 'answer' }, `${granted} ${decided}`),
    e('p', { id: 'gated' }, e(Consented, { purpose: 'social', fallback: 'Not yet' }, 'Here it is')),
    e(HeldFrame, { purpose: 'social', src: `${origin}/frame.html`, title: 'A film' }),
    e(HeldScript, {
      purpose: 'analytics',
      src: `${origin}/first.js`,
      onLoad: () => document.body.append('Loaded'),
    }),
    e(
      HeldScript,
      { purpose: 'analytics' },
      "if (0 < 1 && '</script>') (globalThis.ran ??= []).push('inline')",
    ),
    e('button', { onClick: () => choices.open('preferences') }, 'Our choices'),
    e('button', { onClick: () => choices.set({ social: true }) }, 'Show films'),
    e('button', { onClick: () => choices.withdraw() }, 'Take back'),
  );
}

export function App({ origin }) {
  const [isThere, setThere] = useState(true);
  globalThis.turn = setThere;
  return e(StrictMode, null, isThere ? e(Reader, { origin }) : e('p', { id: 'gone' }, 'Gone'));
}
