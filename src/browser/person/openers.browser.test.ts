// A press on an opener opens its view, wherever it stands and whatever the page does with its clicks.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { View } from '../../core/ask/ask.ts';
import { onOpenerPress } from './openers.ts';
import { hearPresses, takePress } from './press.ts';

let opened: View[];

hearPresses();
onOpenerPress((view) => opened.push(view));

beforeEach(() => (opened = []));
afterEach(() => document.body.replaceChildren());

function opener(value: string, parent: ParentNode = document.body): HTMLElement {
  const made = document.createElement('a');
  made.href = '#elsewhere';
  made.dataset['consentOpen'] = value;
  made.append(document.createElement('b'));
  parent.append(made);
  return made;
}

it.each([
  ['preferences', 'preferences'],
  ['data', 'data'],
  ['banner', 'banner'],
  ['', 'preferences'],
  ['anything', 'preferences'],
])('L-18 “%s” opens %s, and leads nowhere', (value, view) => {
  opener(value).click();
  expect(opened).toEqual([view]);
  expect(location.hash).toBe('');
});

it('L-18 in components of the page, one in another', () => {
  const outer = document.body.appendChild(document.createElement('div'));
  const inner = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
  opener('data', inner.attachShadow({ mode: 'open' }))
    .querySelector('b')
    ?.click();
  expect(opened).toEqual(['data']);
});

it('L-18 in a menu that stops its clicks, whose own listeners hear them', () => {
  const link = opener('');
  let clicks = 0;
  link.addEventListener('click', (event) => {
    event.stopImmediatePropagation();
    clicks++;
  });
  link.click();
  expect([opened, clicks]).toEqual([['preferences'], 1]);
});

it('our own is heard by us alone', () => {
  const host = document.body.appendChild(document.createElement('s9-consent'));
  let clicks = 0;
  host.addEventListener('click', () => clicks++);
  opener('', host.attachShadow({ mode: 'open' })).click();
  expect([opened, clicks]).toEqual([['preferences'], 0]);
});

it('F-43 it opens, and is no press that a site can answer by', async () => {
  opener('preferences').textContent = 'Your choices';
  await userEvent.click(page.getByText('Your choices'));
  expect([opened, takePress()]).toEqual([['preferences'], 'no-gesture']);
});

it('a form is one whatever its fields are called', async () => {
  document.body.innerHTML = `<form data-consent-open="data"><input name="matches"><input name="getAttribute">
    <p>Your data</p></form>`;
  await userEvent.click(page.getByText('Your data'));
  expect(opened).toEqual(['data']);
});
