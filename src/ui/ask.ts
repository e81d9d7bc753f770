// Puts the question on screen and turns a press into an answer: the Ask port.

import type { Ask, AskHost, View } from '../core/ask/ask.ts';
import { inputOf } from '../core/ask/press.ts';
import { asksForMore } from '../core/choice/choice.ts';
import { own } from '../core/own.ts';
import type { WordedPurpose } from '../core/policy/worded.ts';
import bannerCss from './banner/banner.css?inline';
import { createBanner } from './banner/banner.ts';
import { type Boxes, createBoxes } from './box.ts';
import { actionOf, targetOf } from './elements/actions.ts';
import controlsCss from './elements/controls.css?inline';
import textCss from './elements/text.css?inline';
import { focused } from './focused.ts';
import { allShown, askedIn, nothing } from './grants.ts';
import { createHear } from './hear.ts';
import type { Kit, OpenView, SecondLayer, SecondLayerView } from './kit.ts';
import { painted } from './painted.ts';
import type { UiParts } from './parts.ts';
import { createMayGrant } from './presses.ts';
import { screenText } from './screen-text.ts';
import { adopt, sheetOf } from './sheets.ts';
import themeCss from './theme.css?inline';
import { keepOnTop, raise } from './top-layer.ts';
import { Views } from './views.ts';

class AskOnScreen implements Ask {
  readonly #parts: UiParts;
  readonly #kit: Kit;
  readonly #views: Views;
  readonly #boxes: Boxes;
  readonly #box: HTMLElement;
  readonly #banner: ReturnType<typeof createBanner>;
  #layer: SecondLayer | null = null;
  #open: OpenView | null = null;
  /** What had the focus when the second layer was opened, whichever of its views is the last. */
  #opener: HTMLElement | null = null;
  /** A view that is on its way, for who presses for it twice. */
  #coming: Promise<void> | undefined;
  /** How often what is on screen was covered: by a press that was not meant, or by a layer of the page. */
  #refused = 0;
  /** What was pressed to answer. */
  #pressed = '';
  /** What is said of the last press that did not count. */
  #remark: string | false = false;

  /** @param root where to draw; what is in it already stays. */
  constructor(root: ShadowRoot, parts: UiParts) {
    const { host, consent, isFair, locale } = parts;
    this.#parts = parts;
    this.#views = new Views(host.viewed);
    this.#boxes = createBoxes(root, host, locale);
    this.#kit = {
      host,
      locale,
      root,
      consent,
      mayGrant: createMayGrant({ ...host, refused: this.#refuse }, isFair),
      createBox: this.#boxes.create,
      hear: createHear(),
      draw: () => this.#draw(),
      open: (view) => void this.show(view),
      remark: () => this.#remark,
      leave: () => this.#change(this.#views.behind),
      answer: (source, grants, press) => this.#answer(source, grants, press),
    };
    // Out of the page and in again, it is not on top.
    root.host.addEventListener('mount', () => {
      raise(root);
      isFair.watch?.();
    });
    // Drawn anew, it has to rest.
    keepOnTop(root, () => {
      this.#refused++;
      this.#draw();
    });
    adopt(root, sheetOf(themeCss + controlsCss + textCss + bannerCss));
    this.#box = this.#heard(this.#kit.createBox());
    this.#banner = createBanner(root, this.#box, locale);
  }

  async show(view: View | null): Promise<void> {
    // Where the banner stands in for it, it is tried again.
    const isMissing = view !== 'banner' && this.#views.shown === view && !this.#open;
    if (view === 'banner' && !this.#asked(view)[0]) return;
    if (this.#views.isWanted(view) && !isMissing) {
      this.#draw();
      await this.#coming;
    } else if (view === 'banner' && this.#parts.host.question().asked) await this.#openAgain();
    else if (view === null || view === 'banner') this.#change(view);
    else await (this.#coming = this.#openOver(view));
  }

  refresh(): void {
    const isAnswered = !this.#parts.host.question().pending[0];
    if (this.#views.shown === 'banner' && isAnswered) this.#change(null);
    else this.#draw();
  }

  readonly painted = painted;

  showUnkept(): void {
    this.#say(this.#parts.locale.refused.unkept);
    // Back to where it was pressed, or to the way there, unless the person has gone on.
    const at = own(document).activeElement;
    if (at && at !== this.#kit.root.host && own(at).localName !== 'body') return;
    for (const action of ['choose', this.#pressed]) {
      this.#box.querySelector<HTMLElement>(`[data-action="${action}"]`)?.focus();
    }
  }

  showRemains: Ask['showRemains'] = async (remains) =>
    (await this.#secondLayer())?.showRemains(remains);

  /** What a banner in the place of a view would ask: nothing in a page of another site. */
  #asked(view: View): WordedPurpose[] {
    const { host, policyOf } = this.#parts;
    const { policy, pending } = host.question();
    return host.isFramed() ? [] : askedIn(policyOf(policy), pending, view);
  }

  /** The banner stands in for a second layer that cannot be had: a way to say no must remain. */
  #draw(): void {
    const { host, policyOf } = this.#parts;
    const question = host.question();
    const refused = this.#refused;
    const remark = this.#remark;
    const { layout, position } = question;
    this.#open?.draw(question);
    const policy = policyOf(question.policy);
    const { shown } = this.#views;
    const purposes = shown && !this.#open ? this.#asked(shown) : [];
    const changesOf = this.#layer?.changesOf(question);
    const changes = purposes.map(({ id }) => changesOf?.(id) ?? []);
    const { decidedAt } = question.state;
    const isAgain = !!question.asked && !!question.pending[0];
    const again = isAgain && decidedAt !== null && (this.#layer?.dayOf(decidedAt) ?? '');
    const canWithdraw = isAgain && asksForMore(question.state, nothing(question.policy));
    this.#banner.draw(
      purposes[0]
        ? { policy, purposes, changes, again, canWithdraw, refused, remark, layout, position }
        : null,
    );
    this.#boxes.paint(!!shown);
    this.#parts.isFair.watch?.();
  }

  /** In place of what is on screen. */
  #change(view: View | null): void {
    const left = this.#open;
    this.#refused = 0;
    this.#remark = false;
    this.#views.show(view);
    this.#open = null;
    this.#draw();
    if (!left) return;
    left.remove();
    const choose = this.#box.querySelector<HTMLElement>('[data-action=choose]');
    (this.#opener?.isConnected ? this.#opener : choose)?.focus();
  }

  async #secondLayer(): Promise<SecondLayer | null> {
    this.#layer ??= (await this.#parts.loadSecondLayer())?.(this.#kit) ?? null;
    return this.#layer;
  }

  /** Asked again, the person is told what changed; the words for that come with the second layer. */
  async #openAgain(): Promise<void> {
    this.#views.want('banner');
    await this.#secondLayer();
    if (this.#views.isWanted('banner')) this.#change('banner');
  }

  /** Over what is on screen, which stays there until the view has come. */
  async #openOver(view: SecondLayerView): Promise<void> {
    const { opening, unopened } = this.#parts.locale.banner;
    this.#views.want(view);
    let isComing = true;
    // What is there already is on screen by then.
    requestAnimationFrame(() => isComing && this.#views.isWanted(view) && this.#say(opening));
    const opened = await (await this.#secondLayer())?.createView(view);
    isComing = false;
    if (!this.#views.isWanted(view)) return opened?.remove();
    const before = this.#open;
    // Nothing of it: another view stays, and where no banner can stand in its place, all that is on screen.
    if (!opened && (before || !this.#asked(view)[0])) {
      this.#views.want(this.#views.shown);
      return this.#say(unopened);
    }
    if (!before) this.#opener = focused();
    this.#refused = 0;
    this.#remark = !opened && unopened;
    this.#views.showOver(view, !!before);
    this.#open = opened ?? null;
    if (opened) this.#heard(opened.box);
    this.#draw();
    before?.remove();
  }

  #say(remark: string): void {
    this.#remark = remark;
    this.#draw();
  }

  #heard(box: HTMLElement): HTMLElement {
    this.#kit.hear(box, (press) => this.#press(press));
    return box;
  }

  #press(press: MouseEvent): void {
    const { host, policyOf, locale } = this.#parts;
    const question = host.question();
    const { policy, pending } = question;
    const ours = policyOf(policy).notice?.[locale.lang]?.reject;
    // Whatever a page has made of a control: with the words of the no it is one.
    const says = targetOf(press).closest('[data-action]')?.textContent ?? '';
    const isNo = [ours, locale.actions.reject].includes(says);
    const action = isNo ? 'reject' : actionOf(press);
    this.#open?.press(press, action);
    if (action === 'choose') this.#kit.open('preferences');
    const all = (isGranted: boolean) =>
      allShown(question, askedIn(policyOf(policy), pending, this.#views.shown), isGranted);
    if (action === 'reject') this.#answer('reject-all', all(false), press);
    if (action === 'accept' && this.#kit.mayGrant(press, action)) {
      this.#answer('accept-all', all(true), press);
    }
    if (action === 'withdraw') this.#answer('withdraw', nothing(policy), press);
  }

  /** What did not count is said (F-45). Drawn anew, and on top, what was covered has to rest once more. */
  #refuse: AskHost['refused'] = (action, reason) => {
    this.#parts.host.refused(action, reason);
    if (reason === 'covered') this.#refused++;
    this.#say(this.#parts.locale.refused[reason]);
    if (reason === 'covered') this.#open?.raise();
  };

  #answer: Kit['answer'] = (source, grants, press) => {
    this.#pressed = actionOf(press) ?? '';
    this.#parts.host.answer({
      ...grants,
      source,
      input: inputOf(press),
      language: this.#parts.locale.lang,
      text: screenText(this.#open?.box ?? (this.#box.lastElementChild as Element)),
      isWhole: !!this.#open,
    });
    this.#change(null);
  };
}

export function createAsk(root: ShadowRoot, parts: UiParts): Ask {
  const { name, contact } = parts.host.question().policy.controller;
  if (name === location.hostname || !contact) {
    console.warn(
      'Social9 Consent: controller without name or contact; JSON in the page stands before the tag',
    );
  }
  return new AskOnScreen(root, parts);
}
