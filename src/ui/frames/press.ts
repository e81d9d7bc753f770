// What the controls of a placeholder do, and who may press them (F-43, F-45).

import type { GrantingAction, PlaceholderHost } from '../../core/ask/ask.ts';
import type { IsFair } from '../../core/ask/press.ts';
import { inputOf } from '../../core/ask/press.ts';
import type { HeldFrame } from '../../core/gate/held.ts';
import { actionOf } from '../elements/actions.ts';
import { element } from '../elements/element.ts';
import { grantedAnd } from '../grants.ts';
import { createMayGrant } from '../presses.ts';
import type { Receivers } from './receivers.ts';
import type { PlaceholderLocale } from './words.ts';

/** What is held now, and who would receive something. */
export interface Offered {
  readonly held: HeldFrame;
  readonly receivers: Receivers;
}

/** The dialog of a small placeholder. */
export interface Whole {
  open(): void;
  close(): void;
}

/** Says of a press that did not count why, until the words in the box are others (F-45). */
function withRemark(
  { isFramed, refused }: PlaceholderHost,
  locale: PlaceholderLocale,
  pressed: () => Element | null | undefined,
): Pick<PlaceholderHost, 'isFramed' | 'refused'> {
  const remark = element('p', { role: 'status' });
  return {
    isFramed,
    refused(action, reason) {
      refused(action, reason);
      remark.textContent = locale.refused[reason];
      pressed()?.prepend(remark);
    },
  };
}

/** What is on screen of it, a line each (L-25). */
const screenTextOf = (box: Element): string =>
  [...box.querySelectorAll('h2,p,button')]
    .filter((each) => each.checkVisibility())
    .map(({ textContent }) => textContent)
    .join('\n');

/** @returns what hears the presses on a box. */
export function createPress(
  host: PlaceholderHost,
  locale: PlaceholderLocale,
  isFair: IsFair,
  offered: () => Offered,
  whole: Whole,
): (event: MouseEvent) => void {
  let pressed: HTMLElement;
  const mayGrant = createMayGrant(
    withRemark(host, locale, () => pressed.querySelector('.placeholder')),
    isFair,
  );
  return (event) => {
    pressed = event.currentTarget as HTMLElement;
    const action = actionOf(event);
    if (!action) return;
    if (action === 'open') return whole.open();
    if (action.includes('-') && !mayGrant(event, action as GrantingAction)) return;
    const text = screenTextOf(pressed);
    whole.close();
    const { held, receivers } = offered();
    if (action === 'choose') host.open('preferences');
    if (action === 'load-once') host.loadOnce(held);
    if (action === 'always-allow') {
      host.answer({
        ...grantedAnd(host.question(), receivers.allows),
        source: 'custom',
        input: inputOf(event),
        language: locale.lang,
        text,
      });
    }
  };
}
