// The banner: who asks, for what, and the answers, one press each. The page stays usable (L-30).
import type { Question } from '../../core/ask/ask.ts';
import type { Policy, Purpose } from '../../core/policy/policy.ts';
import type { Locale } from '../../locales/locale.ts';
import { control, element } from '../elements/element.ts';
import { factsOf } from '../facts.ts';
import { focused } from '../focused.ts';
import { fill } from '../speech.ts';
import { raise } from '../top-layer.ts';

export type BannerLocale = Pick<
  Locale,
  'lang' | 'dir' | 'actions' | 'facts' | 'banner' | 'refused'
>;

/** What the banner says; it is drawn anew only when that is something else. */
export interface BannerContent {
  readonly policy: Policy;
  readonly purposes: readonly Purpose[];
  /** What changed in each purpose since the last answer, a sentence each. */
  readonly changes: readonly (readonly string[])[];
  /** How many presses were not meant so far: at each the banner is put on top anew. */
  readonly refused: number;
  /** What is said of the last one that did not count. */
  readonly remark: string | false;
  readonly layout: Question['layout'];
  readonly position: Question['position'];
}

function factList(policy: Policy, purpose: Purpose, { facts, lang }: BannerLocale): HTMLElement {
  return element(
    'dl',
    {},
    ...factsOf(policy, purpose, facts, lang).flatMap(([name, value]) => [
      element('dt', {}, name),
      element('dd', {}, value),
    ]),
  );
}

function purposeItem(content: BannerContent, index: number, locale: BannerLocale): HTMLElement {
  const { policy, purposes, changes } = content;
  const purpose = purposes[index] as Purpose;
  return element(
    'li',
    {},
    element('h3', {}, purpose.name),
    ...(changes[index] ?? []).map((change) => element('p', { class: 'change' }, change)),
    element('p', {}, purpose.why),
    factList(policy, purpose, locale),
  );
}

function bannerOf(content: BannerContent, locale: BannerLocale): HTMLElement {
  const { policy, purposes, remark, layout, position } = content;
  const { actions, banner } = locale;
  const { name, privacyUrl } = policy.controller;
  const about = element(
    'div',
    {},
    element('h2', { id: 'title' }, fill(banner.title, { controller: name })),
    element('p', { id: 'lead' }, banner.lead),
    !!privacyUrl && element('p', {}, element('a', { href: privacyUrl }, banner.privacy)),
  );
  const items = purposes.map((_, index) => purposeItem(content, index, locale));
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
      about,
      element('ul', { class: 'purposes' }, ...items),
    ),
    element(
      'div',
      { class: 'actions' },
      !!remark && element('p', { class: 'wide', role: 'status' }, remark),
      control('accept', actions.accept),
      control('reject', actions.reject),
      control('choose', actions.choose, 'plain wide'),
    ),
  );
}

/** @param box what it is drawn in; the way to clear it is to draw `null`. */
export function createBanner(box: HTMLElement, locale: BannerLocale) {
  let drawn = '';
  return {
    draw(content: BannerContent | null): void {
      const wanted = content ? JSON.stringify(content) : '';
      if (wanted === drawn) return;
      drawn = wanted;
      const action = box.contains(focused()) && focused()?.dataset['action'];
      const banner = content && bannerOf(content, locale);
      box.replaceChildren(...(banner ? [banner] : []));
      raise(box);
      if (action) box.querySelector<HTMLElement>(`[data-action=${action}]`)?.focus();
    },
  };
}
