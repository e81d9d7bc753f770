// The line between the UI's files: what the banner's file lends to the second layer's, and what it gets back.
import type { AskHost, Question, View } from '../core/ask/ask.ts';
import type { Answer, Grants } from '../core/choice/choice.ts';
import type { Consent } from '../core/consent.ts';
import type { Remains } from '../core/gate/remains.ts';
import type { BannerLocale } from './banner/locale.ts';
import type { Hear } from './hear.ts';
import type { MayGrant } from './presses.ts';

export interface Kit {
  readonly host: AskHost;
  /** Words that the second layer shares with the banner. */
  readonly locale: BannerLocale;
  readonly root: ShadowRoot;
  readonly consent: Pick<Consent, 'erase' | 'export' | 'receipt' | 'withdraw'>;
  readonly mayGrant: MayGrant;
  /** What a view is drawn in; presses inside are heard once it is open. */
  createBox(): HTMLElement;
  /** Tells a box's presses before the page hears of them, and the page never. */
  readonly hear: Hear;
  /** Draws again what is on screen. */
  draw(): void;
  /** Opens a view of the second layer. */
  open(view: SecondLayerView): void;
  /** What is said of a press that did not count, until the view is left. */
  remark(): string | false;
  /** Leaves the view, without an answer. */
  leave(): void;
  /** Answers with the words on screen; the view then closes. */
  answer(source: Answer['source'], grants: Grants, press: UIEvent): void;
}

/** Every view but the banner. */
export type SecondLayerView = Exclude<View, 'banner'>;

/** A view of the second layer, from being opened to being left. */
export interface OpenView {
  /** What it is drawn in. */
  readonly box: HTMLElement;
  draw(question: Question): void;
  /** Any press inside; the banner's own actions are not its business. */
  press(event: MouseEvent, action: string | undefined): void;
  /** Puts it on top of all anew; what has the focus keeps it. */
  raise(): void;
  /** Something else is on screen. */
  remove(): void;
}

/** The changes of a purpose, a sentence each; none on a first visit. */
export type ChangesOf = (purposeId: string) => readonly string[];

/** The second layer, once its file is here. */
export interface SecondLayer {
  /** `null` when the file for it is not to be had. */
  createView(view: SecondLayerView): Promise<OpenView | null>;
  showRemains(remains: Remains): void;
  changesOf(question: Question): ChangesOf;
  /** The day of an answer, as the language writes it. */
  dayOf(ms: number): string;
}

export type CreateSecondLayer = (kit: Kit) => SecondLayer;
