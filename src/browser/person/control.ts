// The permanent control: the way back to a choice, on every page (L-18).
import type { ControlNote } from '../../core/ask/ask.ts';
import { own } from '../../core/own.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { ControlWords } from '../../locales/locale.ts';
import { spoken } from '../language/spoken.ts';
import { putBack } from './place.ts';

/**
 * Draws it, or takes it away; kept in place, for moving it would take the focus away from it. Where a view
 * could not be opened it stands there, whosever press that was, and says so until the next one. Drawn once the words
 * of the language spoken have come, or will not: it is in English then.
 */
export type DrawControl = (isShown: boolean, note?: ControlNote) => Promise<void>;

/** So that what comes last gets out from under it; a page that stands scrolled has no scroll bar to gain. */
function keepRoom(root: ShadowRoot): void {
  const { style } = root.appendChild(own(document).createElement('i'));
  addEventListener('scroll', () => (style.height = scrollY > 0 ? '68px' : ''));
}

/**
 * @param root made when something has to be drawn, not before.
 * @param isOptedOut a site must show that it honoured the signal (11 CCR 7025(c)(6), L-43).
 * @param settings `control: 'own'`: the page has one of its own, where it does.
 */
export function createControl(
  root: () => ShadowRoot,
  english: ControlWords,
  isOptedOut: boolean,
  { control: whose, corner }: Pick<Settings, 'control' | 'corner'>,
): DrawControl {
  let control: HTMLButtonElement | undefined;

  function make(): HTMLButtonElement {
    const made = own(document).createElement('button');
    made.ariaLive = 'polite';
    made.part = 'control';
    // Its press is heard as those of the page's own openers are.
    made.dataset['consentOpen'] = '';
    putBack(made);
    keepRoom(root());
    return root().appendChild(made);
  }

  return async (isShown, note) => {
    const translation = await spoken.words;
    const words = translation?.control ?? english;
    const isDrawn =
      note || (isShown && !(whose === 'own' && own(document).querySelector('[data-consent-open]')));
    if (isDrawn) control ??= make();
    if (!control) return;
    control.style.display = isDrawn ? '' : 'none';
    control.className = corner + (note || isOptedOut ? ' note' : '');
    const text = words[isOptedOut ? 'optedOut' : 'open'] + (note ? ` ${words[note]}` : '');
    control.lang = translation?.lang ?? 'en';
    // Read out where it changes, and nowhere else.
    if (control.textContent !== text) control.textContent = text;
  };
}
