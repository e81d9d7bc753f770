// On a server: nothing granted, whichever way it is read.
import { expect, test } from 'vitest';
import { heldFrame, useConsent } from './svelte.ts';

test('nothing is granted or decided there, as state and as a store', () => {
  const social = useConsent('social');
  expect([social.granted, social.decided]).toEqual([false, false]);
  const heard: unknown[] = [];
  social.subscribe((answered) => heard.push(answered))();
  expect(heard).toEqual([{ granted: false, decided: false }]);
});

test('a held frame is attributes', () => {
  expect(heldFrame({ purpose: ' social  service:video ', src: '/a', picture: '/a.jpg' })).toEqual({
    'data-consent': 'social service:video',
    'data-src': '/a',
    'data-consent-picture': '/a.jpg',
  });
});
