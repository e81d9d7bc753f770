// The words of a placeholder: whoever receives something by name, and what that is (L-22).
import type { PolicyTerms } from '../../core/policy/policy.ts';
import type { PolicyNames } from '../../core/policy/worded.ts';
import type { Gaps, Grammar, Locale } from '../../locales/locale.ts';
import { control, element } from '../elements/element.ts';
import { gapBefore } from '../grammar.ts';
import { recipientNames } from '../speech.ts';
import type { Receivers } from './receivers.ts';

export interface PlaceholderLocale
  extends Pick<Locale, 'lang' | 'dir' | 'placeholder' | 'refused'> {
  readonly grammar: Pick<Grammar, 'sentence'>;
}

/** What of the policy a placeholder speaks of. */
export interface SpokenPolicy {
  readonly policy: PolicyTerms;
  readonly called: PolicyNames;
}

type Slots = Readonly<Record<string, readonly string[]>>;

/** Text with names in its slots, listed as the language does, each with a direction of its own. */
const speak = (text: string, slots: Slots, gaps: Gaps): (Node | string)[] =>
  text.split(/\{(\w+)\}/).flatMap((part, index) => {
    if (index % 2 === 0) return part;
    const names = [...new Set(slots[part])];
    return names.flatMap((name, at) => [
      gapBefore(at, names.length, gaps, name),
      element('bdi', {}, name),
    ]);
  });

/** “YouTube” of “YouTube (Google)”: whose it is has been said. */
const short = (name: string): string => name.replace(/(.) ?\(.*/, '$1');

/**
 * What a placeholder consists of: the group, and the one control that stands for it in a frame without room for it.
 * Nothing where nobody can be named: half a sentence says less.
 *
 * @param heading the frame's own title; empty where it has none.
 * @param isWhole it stands in a dialog, with room, and can be closed.
 */
export function wordsOf(
  { services, undeclared, recipients, data, allows }: Receivers,
  { policy, called }: SpokenPolicy,
  { grammar: { sentence }, placeholder: words }: PlaceholderLocale,
  heading: string,
  isWhole: boolean,
): HTMLElement[] {
  const all = services
    .map(({ id }) => called.service(id))
    .concat(recipientNames(policy, recipients), undeclared);
  if (!all[0]) return [];
  const say = (text: string) =>
    speak(text, { recipients: all, data: data.map(called.dataItem), undeclared }, sentence);
  const button = (action: string, text: string, look?: string) => {
    const made = control(action, '', look);
    made.append(...speak(text, { recipients: all.map(short) }, sentence));
    return made;
  };
  const group = element(
    'div',
    { class: 'placeholder', role: 'group', 'aria-labelledby': 'title what', tabindex: '0' },
    element('span', { class: 'mark' }),
    element('h2', { id: 'title' }, ...(heading ? [element('bdi', {}, heading)] : say(words.title))),
    element('p', { id: 'what' }, ...say(undeclared[0] ? words.receivesAtLeast : words.receives)),
    element(
      'div',
      { class: 'actions' },
      button('load-once', words.loadOnce),
      !!allows && button('always-allow', words.alwaysLoad),
      button('choose', words.choices, 'plain'),
      isWhole && button('close', words.close, 'plain'),
    ),
  );
  if (isWhole) return [group];
  const one = button('open', words.load, 'one plain');
  one.title = one.textContent ?? '';
  one.ariaHasPopup = 'dialog';
  return [group, one];
}
