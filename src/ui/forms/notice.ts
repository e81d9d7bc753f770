// A notice in a form: what is collected and why, and where it takes consent a box that nobody has ticked yet.

import type { FormNotice, HoldReason, NoticeHost, Tick } from '../../core/ask/forms.ts';
import { inputOf } from '../../core/ask/press.ts';
import { element } from '../elements/element.ts';
import { createMayGrant } from '../presses.ts';
import { screenText } from '../screen-text.ts';
import { sheetOf } from '../sheets.ts';
import css from './notice.css?inline';
import { type NoticeContent, type NoticeWords, rowOf, wholeOf } from './words.ts';

let sheet: CSSStyleSheet | undefined;

/** One for all of a page. */
export const noticeSheet = (): CSSStyleSheet => (sheet ??= sheetOf(css));

function createAct(act: string, lang: string) {
  const input = element('input', { type: 'checkbox', 'aria-describedby': 'held' });
  const label = element(
    'label',
    { class: 'act', part: 'tick', 'data-action': 'tick', lang },
    input,
    element('span', {}, act),
  );
  const held = element('p', { class: 'held', id: 'held', role: 'status' });
  return { input, label, held };
}

/** @param host told of a press that did not count. */
function createTick(
  host: NoticeHost,
  { forms, lang }: NoticeWords,
  act: string,
  textOf: () => string,
): FormNotice & { readonly parts: readonly HTMLElement[] } {
  const { input, label, held } = createAct(act, lang);
  let tick: Tick | undefined;
  const say = (reason?: HoldReason): void => {
    held.textContent = reason ? forms.held[reason] : '';
    input.setCustomValidity(reason ? forms.held[reason] : '');
    input.setAttribute('aria-invalid', `${!!reason}`);
  };
  const mayGrant = createMayGrant(
    {
      isFramed: host.isFramed,
      refused(_action, reason) {
        host.refused(reason);
        say(reason);
      },
    },
    host.isFair,
  );
  // A script's press on the label is none on the box either.
  label.addEventListener('click', (event) => {
    if (!event.isTrusted) event.preventDefault();
  });
  input.addEventListener('click', (event) => {
    const { checked } = input;
    // What was refused leaves the box as it was.
    if (checked && !mayGrant(event, 'tick')) return event.preventDefault();
    const { isTrusted } = event;
    // The words beside it as they stand there, whoever wrote them.
    const text = `${textOf()}\n${screenText(label)}`;
    tick = checked && isTrusted ? { input: inputOf(event), language: lang, text } : undefined;
    say();
    host.ticked(checked);
  });
  function clear(): void {
    tick = undefined;
    input.checked = false;
    say();
    host.ticked(false);
  }
  return {
    parts: [label, held],
    box: label,
    tick: () => (input.checked ? tick : undefined),
    hold(reason) {
      // Set by a script, it was no tick.
      const isSet = input.checked && !tick;
      if (isSet) clear();
      say(isSet ? 'untrusted' : reason);
      input.focus();
    },
    clear,
  };
}

export function createNotice(
  content: NoticeContent,
  words: NoticeWords,
  host: NoticeHost,
): FormNotice {
  const { act, consent } = content.collection;
  const row = rowOf(content, words);
  const whole = wholeOf(content, words);
  const details = element('details', {}, row, whole);
  // What is folded away is not on screen.
  const textOf = () =>
    [screenText(row), details.open && screenText(whole)].filter(Boolean).join('\n');
  const { lang, dir } = words;
  const made = (parts: readonly HTMLElement[]) =>
    element('div', { class: 'notice', part: 'notice', lang, dir }, details, ...parts);
  if (!consent || !act) {
    const nothing = (): undefined => undefined;
    return { box: made([]), tick: nothing, hold: nothing, clear: nothing };
  }
  const tick = createTick(host, words, act, textOf);
  return { ...tick, box: made(tick.parts) };
}
