// Puts the question on screen and turns a press into an answer: the Ask port.
import { noticePart } from 'virtual:s9/words';
import { render, type VNode } from 'preact';
import type { Purpose } from '../core/policy.ts';
import type { Ask, AskHost, HeldFrame, View } from '../core/ports.ts';
import { withWords } from '../core/words.ts';
import { type NoticeTexts, noticeTexts } from '../locales/en.ts';
import { allShown, nothing } from './answers.ts';
import type { Frames, Kit, Layer, Panel } from './kit.ts';
import { Notice } from './Notice.tsx';
import noticeCss from './notice.css?inline';
import { inputOf, isFramed, mayGrant } from './press.ts';
import { screenText } from './screen-text.ts';
import { adopt, sheetOf } from './sheets.ts';
import themeCss from './theme.css?inline';

/** The words of one language. */
export interface Locale {
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: NoticeTexts;
}

const ENGLISH: Locale = { lang: 'en', dir: 'ltr', texts: noticeTexts };

/**
 * @param root where to draw; what is in it already stays.
 * @param loadPanel fetches the rest of the UI when it is first needed; `null` when it cannot be had.
 */
export function createAsk(
  root: ShadowRoot,
  host: AskHost,
  loadPanel: () => Promise<Panel | null>,
  { lang, dir, texts }: Locale = ENGLISH,
): Ask {
  const box = root.appendChild(document.createElement('div'));
  const sheet = sheetOf(themeCss + noticeCss);
  let view: View | null = null;
  /** The view asked for last; not on screen yet while the panel is on its way. */
  let wanted: View | null = null;
  /** Where leaving the second layer leads. */
  let behind: View | null = null;
  let loading: Promise<Panel | null> | null = null;
  let panelHere: Panel | null = null;
  let layer: Layer | null = null;
  let frames: Frames | undefined;
  let held: readonly HeldFrame[] = [];

  const policy: Kit['policy'] = (part) =>
    withWords(withWords(host.question().policy, noticePart), part);

  /** What an “accept all” is about: on the first layer only what is still to be answered. */
  function asked(): Purpose[] {
    const { pending } = host.question();
    return policy({}).purposes.filter(
      ({ id, basis }) => basis === 'consent' && (view !== 'banner' || pending.includes(id)),
    );
  }

  function drawIn(target: HTMLElement, vnode: VNode | null): void {
    target.className = `s9 ${host.question().theme ?? ''}`;
    target.lang = lang;
    target.dir = dir;
    render(vnode, target);
  }

  /** The notice stands in for a second layer that cannot be had: a way to say no must remain. */
  function draw(): void {
    const question = host.question();
    const purposes = view && !isFramed() ? asked() : [];
    const newsOf = panelHere?.newsOf(kit);
    drawIn(
      box,
      layer
        ? layer.view(question)
        : purposes[0]
          ? Notice({ policy: policy({}), purposes, question, texts, lang, newsOf })
          : null,
    );
    frames?.draw();
  }

  function change(next: View | null): void {
    const before = layer;
    if (next !== wanted) host.viewed(next);
    wanted = view = next;
    layer = null;
    draw();
    before?.left();
  }

  /** A panel that did not come is tried again at the next occasion. */
  async function fetchPanel(): Promise<Panel | null> {
    const panel = await (loading ??= loadPanel().then((loaded) => {
      if (loaded) adopt(root, sheetOf(loaded.css));
      return loaded;
    }));
    if (!panel) loading = null;
    panelHere = panel;
    return panel;
  }

  /** Asked again, the person is told what changed; the words for that come with the panel. */
  async function openNotice(): Promise<void> {
    const before = wanted;
    wanted = 'banner';
    await fetchPanel();
    if (wanted !== 'banner') return;
    wanted = before;
    change('banner');
  }

  /** What stands on screen stays there until the panel has come. */
  async function openPanel(next: View): Promise<void> {
    if (next !== wanted) host.viewed(next);
    wanted = next;
    const opened = await (await fetchPanel())?.createLayer(next, kit);
    if (wanted !== next) return;
    if (!layer) behind = view;
    layer = opened ?? null;
    view = next;
    draw();
  }

  const kit: Kit = {
    host,
    texts,
    lang,
    sheet,
    box,
    policy,
    draw,
    drawIn,
    open: (next) => void openPanel(next),
    leave: () => change(behind),
    answer(source, grants, press, inside = box) {
      host.answer({
        ...grants,
        source,
        input: inputOf(press),
        language: lang,
        text: screenText(inside),
        isWhole: !!layer && inside === box,
      });
      if (inside === box) change(null);
    },
  };

  box.addEventListener('click', (press) => {
    const target = press.target as Element;
    const action = target.closest<HTMLElement>('[data-action]')?.dataset['action'];
    const question = host.question();
    layer?.press(press, action);
    if (action === 'close') kit.leave();
    if (action === 'choose') kit.open('preferences');
    if (action === 'reject') kit.answer('reject-all', nothing(question.policy), press);
    if (action === 'accept' && mayGrant(press, action, host)) {
      kit.answer('accept-all', allShown(question, asked()), press);
    }
  });

  const { name, contact } = host.question().policy.controller;
  if (name === location.hostname || !contact) {
    console.warn('Social9 Consent: controller without name or contact');
  }
  adopt(root, sheet);

  return {
    show(next) {
      if (next === wanted) draw();
      else if (next === 'banner' && host.question().asked) void openNotice();
      else if (next === null || next === 'banner') change(next);
      else void openPanel(next);
    },
    refresh() {
      if (view === 'banner' && !host.question().pending[0]) change(null);
      else draw();
    },
    showRemains: async (remains) => (await fetchPanel())?.showRemains(kit, remains),
    async cover(next) {
      held = next;
      if (!frames && held[0]) {
        const panel = await fetchPanel();
        frames ??= panel?.createFrames(kit);
      }
      frames?.cover(held);
    },
  };
}
