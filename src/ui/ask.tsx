// Puts the question on screen and turns a press into an answer: the Ask port.
import { noticePart } from 'virtual:s9/words';
import { render, type VNode } from 'preact';
import type { Policy, Purpose } from '../core/policy.ts';
import type { Ask, AskHost, View } from '../core/ports.ts';
import { type PolicyPart, withWords } from '../core/words.ts';
import { type NoticeTexts, noticeTexts } from '../locales/en.ts';
import { allShown, grantedAnd, nothing } from './answers.ts';
import { type Cover, createCover } from './cover.ts';
import { Facts } from './Facts.tsx';
import { focused } from './focused.ts';
import { keepClear } from './keep-clear.ts';
import type { Kit, Panel, Preferences } from './kit.ts';
import { Notice } from './Notice.tsx';
import noticeCss from './notice.css?inline';
import { Placeholder } from './Placeholder.tsx';
import { inputOf, mayGrant } from './press.ts';
import { screenText } from './screen-text.ts';
import { adopt, sheetOf } from './sheets.ts';
import { dataNames, duration, fill, isRightToLeft } from './speech.ts';
import themeCss from './theme.css?inline';

/** The words of one language. */
export interface Locale {
  /** BCP 47. */
  readonly lang: string;
  readonly texts: NoticeTexts;
}

const ENGLISH: Locale = { lang: 'en', texts: noticeTexts };

/**
 * @param root where to draw; what is in it already stays.
 * @param loadPanel fetches the preferences when they are first opened; `null` when they cannot be had.
 */
export function createAsk(
  root: ShadowRoot,
  host: AskHost,
  loadPanel: () => Promise<Panel | null>,
  { lang, texts }: Locale = ENGLISH,
): Ask {
  const box = root.appendChild(document.createElement('div'));
  const sheet = sheetOf(themeCss + noticeCss);
  let view: View | null = null;
  /** The view asked for last; not on screen yet while the panel is on its way. */
  let wanted: View | null = null;
  let panel: Panel | null = null;
  let preferences: Preferences | null = null;
  let cameFrom: View | null = null;
  let opener: HTMLElement | null = null;
  let covers: Cover[] = [];

  function policy(part: PolicyPart = {}): Policy {
    const whole = withWords(withWords(host.question().policy, noticePart), part);
    return withWords(whole, {}, whole.texts?.[lang]);
  }

  /** What an “accept all” is about: on the first layer only what is still to be answered. */
  function asked(): Purpose[] {
    const { pending } = host.question();
    return policy().purposes.filter(
      ({ id, basis }) => basis === 'consent' && (view !== 'banner' || pending.includes(id)),
    );
  }

  /** The notice stands in for preferences that cannot be had: a way to say no must remain. */
  function viewNow(): VNode | null {
    const question = host.question();
    if (preferences) return preferences.view(question);
    const purposes = view ? asked() : [];
    const { layout, position } = question;
    if (purposes.length === 0) return null;
    return <Notice {...{ policy: policy(), purposes, texts, lang, layout, position }} />;
  }

  function drawIn(target: HTMLElement, vnode: VNode | null): void {
    target.className = `s9 ${host.question().theme}`;
    target.lang = lang;
    target.dir = isRightToLeft(lang) ? 'rtl' : 'ltr';
    render(vnode, target);
  }

  function draw(): void {
    drawIn(box, viewNow());
    for (const { box: inside, held } of covers) {
      const { missing } = held;
      drawIn(inside, <Placeholder {...{ policy: policy(), missing, texts, lang }} />);
    }
  }

  function change(next: View | null): void {
    const wasModal = preferences;
    wanted = view = next;
    preferences = null;
    draw();
    host.viewed(next);
    if (!wasModal) return;
    const choose = box.querySelector<HTMLElement>('[data-action=choose]');
    (opener?.isConnected ? opener : choose)?.focus();
  }

  /** Whatever stands on screen stays there until the panel has come. */
  async function openPanel(next: View): Promise<void> {
    wanted = next;
    opener = focused();
    host.viewed(next);
    if (!panel) {
      panel = await loadPanel();
      if (panel) adopt(root, sheetOf(panel.css));
    }
    if (wanted !== next) return;
    cameFrom = view;
    view = next;
    preferences = panel && panel.createPreferences(kit);
    draw();
  }

  const leave = (): void => change(cameFrom);

  const answer: Kit['answer'] = (source, grants, press, inside = box) => {
    host.answer({
      ...grants,
      source,
      input: inputOf(press),
      language: lang,
      text: screenText(inside),
    });
    if (inside === box) change(null);
  };

  const kit: Kit = {
    host,
    texts,
    lang,
    policy,
    draw,
    leave,
    answer,
    mayGrant,
    Facts,
    say: { fill, duration, dataNames },
  };

  function onPress(press: MouseEvent, cover?: Cover): void {
    const target = press.target as Element;
    const action = target.closest<HTMLElement>('[data-action]')?.dataset['action'];
    const { policy: terms, granted } = host.question();
    if (!cover) preferences?.press(press, action);
    if (action === 'close') leave();
    if (action === 'choose') void openPanel('preferences');
    if (action === 'reject') answer('reject-all', nothing(terms), press);
    if (action === 'accept' && mayGrant(press, action, host)) {
      answer(
        'accept-all',
        allShown(
          terms,
          granted,
          asked().map(({ id }) => id),
        ),
        press,
      );
    }
    if (action === 'load-once' && cover && mayGrant(press, action, host)) host.loadOnce(cover.held);
    if (action === 'always-allow' && cover && mayGrant(press, action, host)) {
      answer('custom', grantedAnd(terms, granted, cover.held.missing), press, cover.box);
    }
  }

  adopt(root, sheet);
  box.addEventListener('click', (press) => onPress(press));
  keepClear(root, () => box.querySelector('.notice'));

  return {
    show(next) {
      if (next === wanted) draw();
      else if (next === null || next === 'banner') change(next);
      else void openPanel(next);
    },
    cover(frames) {
      const before = new Map(covers.map((cover) => [cover.held.element, cover]));
      covers = frames.map((held) => {
        const old = before.get(held.element);
        before.delete(held.element);
        if (old) return Object.assign(old, { held });
        const cover = createCover(held, sheet);
        cover.box.addEventListener('click', (press) => onPress(press, cover));
        return cover;
      });
      for (const cover of before.values()) cover.remove();
      draw();
    },
  };
}
