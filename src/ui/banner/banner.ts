// The banner: who asks, for what, and the answers, one press each. The page stays usable (L-30).
import type { Question } from '../../core/ask/ask.ts';
import type { WordedPolicy, WordedPurpose } from '../../core/policy/worded.ts';
import { control, element } from '../elements/element.ts';
import { focused } from '../focused.ts';
import { saysIn } from '../grammar.ts';
import { fill, slotted } from '../speech.ts';
import { raise } from '../top-layer.ts';
import type { BannerLocale } from './locale.ts';
import { createRoom } from './room.ts';
import { purposeRow } from './row.ts';

/** What the banner says; it is drawn anew only when that is something else. */
export interface BannerContent {
  readonly policy: WordedPolicy;
  readonly purposes: readonly WordedPurpose[];
  /** What changed in each purpose since the last answer, a sentence each. */
  readonly changes: readonly (readonly string[])[];
  /** When the person last answered, in words, where some of it is asked again; empty where what changed is not to be had. */
  readonly again: string | false;
  /** There is a yes to something that is not asked here. */
  readonly canWithdraw: boolean;
  /** How often it was covered so far: each time it is drawn and put on top anew. */
  readonly refused: number;
  /** What is said of the last one that did not count. */
  readonly remark: string | false;
  readonly layout: Question['layout'];
  readonly position: Question['position'];
}

/** The title and the one sentence: who asks, that it is consent, and, asked again, since when. */
function aboutOf(
  { policy, again, remark }: BannerContent,
  { banner, lang }: BannerLocale,
): HTMLElement {
  const { name, privacyUrl } = policy.controller;
  const controller = element('bdi', {}, name);
  const own = policy.notice?.[lang] ?? {};
  const title = again !== false ? banner.again : (own.title ?? banner.title);
  const lead = again ? fill(banner.since, { time: again }) : (own.lead ?? banner.lead);
  return element(
    'div',
    {},
    !!remark && element('p', { class: 'remark' }, remark),
    element('h2', { id: 'title' }, ...slotted(title, controller)),
    element(
      'p',
      { id: 'lead' },
      lead,
      ' ',
      !!privacyUrl && element('a', { href: privacyUrl }, banner.privacy),
    ),
  );
}

function bannerOf(content: BannerContent, locale: BannerLocale): HTMLElement {
  const { policy, purposes, changes, layout, position, canWithdraw } = content;
  const { actions, lang } = locale;
  const says = saysIn(locale);
  const own = policy.notice?.[lang] ?? {};
  const rows = purposes.map((purpose, index) =>
    purposeRow(policy, purpose, changes[index] ?? [], locale, says),
  );
  return element(
    'section',
    {
      class: `banner ${layout} ${position}`,
      part: 'banner',
      popover: 'manual',
      role: 'dialog',
      'aria-labelledby': 'title',
      'aria-describedby': 'lead',
    },
    element(
      'div',
      { class: 'text', tabindex: '0' },
      aboutOf(content, locale),
      element(
        'ul',
        { class: 'purposes' },
        ...rows,
        // Among the words, which scroll: where there is little room it takes none of theirs.
        canWithdraw && element('li', {}, control('withdraw', actions.withdraw, 'plain')),
      ),
    ),
    element(
      'div',
      { class: 'actions' },
      control('accept', own.accept ?? actions.accept),
      control('reject', own.reject ?? actions.reject),
      control('choose', own.choose ?? actions.choose, 'plain'),
    ),
  );
}

const wordsIn = (box: HTMLElement) => [
  ...box.querySelectorAll<HTMLElement>('[tabindex], summary, a'),
];
const rowsIn = (box: HTMLElement) => [...box.querySelectorAll('details')];

/** @param box what it is drawn in; the way to clear it is to draw `null`. */
export function createBanner(root: ShadowRoot, box: HTMLElement, locale: BannerLocale) {
  const keepRoom = createRoom(root, box);
  // There before its words are: only then do screen readers speak them (4.1.3).
  const said = element('p', { class: 'unseen', role: 'status' });
  let drawn = '';
  return {
    draw(content: BannerContent | null): void {
      const wanted = content ? JSON.stringify(content) : '';
      if (wanted === drawn) return;
      drawn = wanted;
      const had = focused();
      const action = box.contains(had) && had?.dataset['action'];
      // Of the words: a row, a link, all that scrolls.
      const at = action ? -1 : wordsIn(box).indexOf(had as HTMLElement);
      const opened = rowsIn(box).map(({ open }) => open);
      const banner = content && bannerOf(content, locale);
      // It stays where it is while anything is on screen.
      said.nextSibling?.remove();
      if (!banner) said.remove();
      else if (said.parentNode) box.append(banner);
      else box.append(said, banner);
      said.textContent = (content && content.remark) || '';
      rowsIn(box).forEach((row, index) => (row.open = opened[index] ?? false));
      raise(box);
      keepRoom(banner);
      wordsIn(box)[at]?.focus();
      if (action) box.querySelector<HTMLElement>(`[data-action=${action}]`)?.focus();
    },
  };
}
