// One held frame's placeholder: who will receive what once it is loaded, and what its controls do (L-22).
import type { Cover, PlaceholderHost } from '../../core/ask/ask.ts';
import type { IsFair } from '../../core/ask/press.ts';
import type { HeldFrame } from '../../core/gate/held.ts';
import { PICTURE } from '../../core/name.ts';
import { own } from '../../core/own.ts';
import type { PolicyTerms } from '../../core/policy/policy.ts';
import type { PolicyNames } from '../../core/policy/worded.ts';
import { element } from '../elements/element.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { createPress } from './press.ts';
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

/** Behind the words, which stand on a ground of their own from the beginning. */
async function drawPicture(
  box: Element,
  frame: Element,
  loadCover: DrawnWith['loadCover'],
): Promise<void> {
  box.classList.add('pictured');
  const picture = (await loadCover())?.pictureOf(frame);
  if (picture) box.prepend(picture);
}

/** A picture stays. */
function exchangeWords(box: Element, words: readonly Element[]): void {
  box.replaceChildren(...box.querySelectorAll('img'), ...words);
}

export function createPlaceholder(
  frame: Element,
  host: PlaceholderHost,
  { locale, namesOf, loadCover }: DrawnWith,
  isFair: IsFair,
  onDrawn: () => void,
): Placeholder {
  const parts = { question: host.question, loadCover, onDrawn };
  let held: HeldFrame;
  let receivers: Receivers;
  let box: HTMLElement | undefined;
  let whole: Drawing | undefined;
  let said = '';
  const asked = own(frame as HTMLElement);
  const press = createPress(host, locale, isFair, () => ({ held, receivers }), {
    open: openWhole,
    close: () => whole?.remove(),
  });

  function words(isWhole: boolean): HTMLElement[] {
    const { policy } = host.question();
    receivers = receiversOf(held, policy);
    return wordsOf(receivers, { policy, called: namesOf(policy) }, locale, asked.title, isWhole);
  }

  function createBox(isWhole: boolean): HTMLElement {
    const { lang, dir } = locale;
    const made = element('div', { class: 's9', lang, dir }, ...words(isWhole));
    made.addEventListener('click', press);
    return made;
  }

  function openWhole(): void {
    whole?.remove();
    const made = { ...parts, createBox: () => createBox(true) };
    whole = createDrawing(frame as HTMLIFrameElement, made, () => host.open('preferences'));
    whole.place();
  }

  const drawing = createDrawing(frame as HTMLIFrameElement, {
    ...parts,
    createBox() {
      box = createBox(false);
      if (asked.hasAttribute(PICTURE)) void drawPicture(box, frame, loadCover);
      return box;
    },
  });
  return {
    hosts: () => [drawing, whole].flatMap((each) => each?.host() ?? []),
    remove: () => [drawing, whole].forEach((each) => each?.remove()),
    update(now) {
      held = now;
      const next = words(false);
      const before = said;
      said = next.map(({ textContent }) => textContent).join('');
      if (box && said !== before) {
        exchangeWords(box, next);
        whole?.remove();
      }
      drawing.place();
    },
  };
}
