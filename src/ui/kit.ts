// The line between the two files: what the first layer lends to the panel, and what it gets back.
import type { VNode } from 'preact';
import type { Answer, Grants } from '../core/choice.ts';
import type { Policy } from '../core/policy.ts';
import type { AskHost, HeldFrame, Question, Remains } from '../core/ports.ts';
import type { PolicyPart } from '../core/words.ts';
import type { NoticeTexts } from '../locales/en.ts';
import type { NewsOf } from './news.ts';

export interface Kit {
  readonly host: AskHost;
  readonly texts: NoticeTexts;
  readonly lang: string;
  /** Styles every view shares. */
  readonly sheet: CSSStyleSheet;
  /** Where views are drawn. */
  readonly box: HTMLElement;
  /** The policy in force in the words on screen; `part` adds what the first layer left out. */
  policy(part: PolicyPart): Policy;
  /** Draws again what is on screen. */
  draw(): void;
  drawIn(box: HTMLElement, vnode: VNode): void;
  openPreferences(): void;
  /** Leaves the view, without an answer. */
  leave(): void;
  /** Answers with the words on screen, in the view or in a placeholder; the view then closes. */
  answer(source: Answer['source'], grants: Grants, press: UIEvent, inside?: HTMLElement): void;
}

/** The preferences, from being opened to being left. */
export interface Preferences {
  view(question: Question): VNode;
  /** Any press inside; the first layer's own actions are not its business. */
  press(event: MouseEvent, action: string | undefined): void;
  /** Gives the focus back, once something else is on screen. */
  left(): void;
}

/** The placeholders of held frames. */
export interface Frames {
  cover(frames: readonly HeldFrame[]): void;
  draw(): void;
}

/** What the panel's file hands over. */
export interface Panel {
  readonly css: string;
  createPreferences(kit: Kit): Preferences;
  createFrames(kit: Kit): Frames;
  showRemains(kit: Kit, remains: Remains): void;
  newsOf(kit: Kit): NewsOf;
}
