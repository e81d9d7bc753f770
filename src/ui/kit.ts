// The line between the two files: what the first layer lends to the panel, and what it gets back.
import type { VNode } from 'preact';
import type { Consent } from '../core/api.ts';
import type { Answer, Grants } from '../core/choice.ts';
import type { Policy } from '../core/policy.ts';
import type { AskHost, HeldFrame, Question, Remains, View } from '../core/ports.ts';
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
  /** Opens a view of the second layer. */
  open(view: View): void;
  /** Leaves the view, without an answer. */
  leave(): void;
  /** Answers with the words on screen, in the view or in a placeholder; the view then closes. */
  answer(source: Answer['source'], grants: Grants, press: UIEvent, inside?: HTMLElement): void;
}

/** A view of the second layer, from being opened to being left. */
export interface Layer {
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

/** Fetches a further file of the widget, as `browser/parts.ts` does. */
export type LoadPart = <T>(file: string, integrity: string, given?: unknown) => Promise<T | null>;

/** What is lent from file to file: Preact, for none to bring its own, and what the last one needs. */
export interface Lent {
  readonly loadPart: LoadPart;
  readonly consent: Pick<Consent, 'erase' | 'export' | 'receipt'>;
}

/** What the panel's file hands over. */
export interface Panel {
  readonly css: string;
  /** `null` when the file for it is not to be had. */
  createLayer(view: View, kit: Kit): Promise<Layer | null>;
  createFrames(kit: Kit): Frames;
  showRemains(kit: Kit, remains: Remains): void;
  newsOf(kit: Kit): NewsOf;
}
