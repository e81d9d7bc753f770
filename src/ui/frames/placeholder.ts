// One held frame's placeholder: who will receive what once it is loaded, and what its controls do (L-22).
import type { GrantingAction, LayOver, PlaceholderHost } from '../../core/ask/ask.ts';
import type { IsFair } from '../../core/ask/press.ts';
import type { HeldFrame } from '../../core/gate/held.ts';
import type { PolicyTerms } from '../../core/policy/policy.ts';
import type { PolicyNames } from '../../core/policy/words.ts';
import { actionOf, element } from '../elements/element.ts';
import { grantedAnd } from '../grants.ts';
import { createMayGrant, inputOf } from '../presses.ts';
import { screenText } from '../screen-text.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import css from './placeholder.css?inline';
import { type Receivers, receiversOf } from './receivers.ts';
import { type PlaceholderLocale, wordsOf } from './words.ts';

export interface DrawnWith {
  readonly locale: PlaceholderLocale;
  /** What data items and services of the policy in force are called. */
  readonly namesOf: (terms: PolicyTerms) => PolicyNames;
  /** `null` where the file for it is not to be had. */
  readonly loadCover: () => Promise<LayOver | null>;
}

export interface Placeholder extends Pick<Drawing, 'host' | 'remove'> {
  /** What the frame waits for can change; words that stay leave the focus where it is. */
  update(held: HeldFrame): void;
}

/** Says of a press that did not count why, until the words in the box are others (F-45). */
function withRemark(
  { isFramed, refused }: PlaceholderHost,
  locale: PlaceholderLocale,
  box: () => Element | undefined,
): Pick<PlaceholderHost, 'isFramed' | 'refused'> {
  const remark = element('p', { role: 'status' });
  return {
    isFramed,
    refused(action, reason) {
      refused(action, reason);
      remark.textContent = locale.refused[reason];
      box()?.prepend(remark);
    },
  };
}

export function createPlaceholder(
  frame: Element,
  host: PlaceholderHost,
  { locale, namesOf, loadCover }: DrawnWith,
  isFair: IsFair,
  onDrawn: () => void,
): Placeholder {
  let held: HeldFrame;
  let receivers: Receivers;
  let box: HTMLElement | undefined;
  let said = '';
  const mayGrant = createMayGrant(
    withRemark(host, locale, () => box),
    isFair,
  );

  function press(this: HTMLElement, event: MouseEvent): void {
    const action = actionOf(event);
    if (action === 'choose') host.open('preferences');
    else if (action && mayGrant(event, action as GrantingAction)) {
      if (action === 'load-once') return host.loadOnce(held);
      host.answer({
        ...grantedAnd(host.question(), receivers.allows),
        source: 'custom',
        input: inputOf(event),
        language: locale.lang,
        text: screenText(this),
      });
    }
  }

  function words(): HTMLElement[] {
    const { policy } = host.question();
    receivers = receiversOf(held, policy);
    const made = wordsOf(receivers, { policy, called: namesOf(policy) }, locale);
    said = made.map(({ textContent }) => textContent).join('');
    return made;
  }

  const drawing = createDrawing(frame as HTMLIFrameElement, {
    createBox() {
      const { lang, dir } = locale;
      const group = { role: 'group', 'aria-labelledby': 'title', tabindex: '0' };
      box = element('div', { class: 'placeholder', ...group, lang, dir }, ...words());
      box.addEventListener('click', press);
      return box;
    },
    css,
    theme: host.question().theme,
    loadCover,
    onDrawn,
  });
  return {
    ...drawing,
    update(now) {
      held = now;
      const before = said;
      const next = words();
      if (said !== before) box?.replaceChildren(...next);
      drawing.place();
    },
  };
}
