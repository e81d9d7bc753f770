// One held frame's placeholder: who will receive what once it is loaded, and what its controls do (L-22).
import type { Cover, GrantingAction, PlaceholderHost } from '../../core/ask/ask.ts';
import type { IsFair } from '../../core/ask/press.ts';
import type { HeldFrame } from '../../core/gate/held.ts';
import { PICTURE } from '../../core/name.ts';
import { own } from '../../core/own.ts';
import type { PolicyTerms } from '../../core/policy/policy.ts';
import type { PolicyNames } from '../../core/policy/words.ts';
import { schemeOf } from '../box.ts';
import { actionOf, element } from '../elements/element.ts';
import { grantedAnd } from '../grants.ts';
import { createMayGrant, inputOf } from '../presses.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { type Receivers, receiversOf } from './receivers.ts';
import { type PlaceholderLocale, wordsOf } from './words.ts';

export interface DrawnWith {
  readonly locale: PlaceholderLocale;
  /** What data items and services of the policy in force are called. */
  readonly namesOf: (terms: PolicyTerms) => PolicyNames;
  /** `null` where the file for it is not to be had. */
  readonly loadCover: () => Promise<Cover | null>;
}

export interface Placeholder extends Pick<Drawing, 'remove'> {
  /** What it is drawn in: the frame, and a dialog while that is open. */
  hosts(): Element[];
  /** What the frame waits for can change; words that stay leave the focus where it is. */
  update(held: HeldFrame): void;
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
  let pressed: HTMLElement;
  let whole: Drawing | undefined;
  let said = '';
  const asked = own(frame as HTMLElement);
  const isPictured = asked.hasAttribute(PICTURE);
  const mayGrant = createMayGrant(
    withRemark(host, locale, () => pressed.querySelector('.placeholder')),
    isFair,
  );
  const choose = () => host.open('preferences');

  function press(this: HTMLElement, event: MouseEvent): void {
    pressed = this;
    const action = actionOf(event);
    if (!action) return;
    if (action === 'open') return openWhole();
    if (action.includes('-') && !mayGrant(event, action as GrantingAction)) return;
    const text = screenTextOf(this);
    whole?.remove();
    if (action === 'choose') choose();
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
  }

  function words(isWhole: boolean): HTMLElement[] {
    const { policy } = host.question();
    receivers = receiversOf(held, policy);
    return wordsOf(receivers, { policy, called: namesOf(policy) }, locale, asked.title, isWhole);
  }

  function createBox(isWhole: boolean): HTMLElement {
    const { lang, dir } = locale;
    const look = `s9 ${schemeOf(host.question().theme)}`;
    const made = element('div', { class: look, lang, dir }, ...words(isWhole));
    made.addEventListener('click', press);
    return made;
  }

  function openWhole(): void {
    whole?.remove();
    const parts = { createBox: () => createBox(true), loadCover, onDrawn };
    whole = createDrawing(frame as HTMLIFrameElement, parts, choose);
    whole.place();
  }

  async function drawPicture(into: HTMLElement): Promise<void> {
    into.classList.add('pictured');
    const picture = (await loadCover())?.pictureOf(frame);
    if (picture) into.prepend(picture);
  }

  const drawing = createDrawing(frame as HTMLIFrameElement, {
    createBox() {
      box = createBox(false);
      if (isPictured) void drawPicture(box);
      return box;
    },
    loadCover,
    onDrawn,
  });
  return {
    hosts: () => [drawing, whole].flatMap((each) => each?.host() ?? []),
    remove() {
      drawing.remove();
      whole?.remove();
    },
    update(now) {
      held = now;
      const next = words(false);
      const before = said;
      said = next.map(({ textContent }) => textContent).join('');
      if (box && said !== before) {
        box.querySelectorAll('.s9>:not(img)').forEach((each) => each.remove());
        box.append(...next);
        whole?.remove();
      }
      drawing.place();
    },
  };
}
