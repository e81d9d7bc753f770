// Notices at the moment of collection: what the rules offer them, and what the page's forms ask of one.
import type { Announce } from '../announcements.ts';
import type { Answer, InputMeans } from '../choice/choice.ts';
import type { History } from '../choice/history.ts';
import type { AskedTerms } from '../policy/terms.ts';
import type { Settings } from '../settings/settings.ts';
import type { PressRefusal } from './ask.ts';
import type { IsFair } from './press.ts';

/** What the rules offer notices in forms. */
export interface FormsHost {
  readonly settings: Settings;
  readonly keeper: { keep(answer: Answer): Promise<readonly unknown[]> };
  readonly ports: {
    readonly announce: Announce;
    readonly history: History;
    readonly origin: string;
    readonly tabs: { tell(): void };
    isFramed(): boolean;
  };
}

export interface Forms {
  /**
   * Draws a notice in each of these elements, once; what is agreed to in them is recorded with their form. One with a
   * box comes when what judges presses on it has: where that is not to be had, the element stays as it was written.
   */
  show(notices: readonly Element[]): Promise<void>;
  /**
   * Takes back what was agreed to in forms about a collection, and tells the page once that is kept. Nothing
   * is done where nothing was agreed to.
   *
   * @param press what it came by, where that is the event of a person's press.
   * @throws TypeError (as a rejection) for a collection that the policy does not have.
   */
  takeBack(collection: string, press?: unknown): Promise<void>;
}

export type CreateForms = (host: FormsHost) => Promise<Forms>;

/** A person's tick, and the words that stood there. */
export interface Tick {
  readonly input: InputMeans;
  readonly language: string;
  readonly text: string;
}

/** Why a form with a box was not sent. */
export type HoldReason = 'needed' | 'unkept' | PressRefusal;

/** What a notice needs of the page around it. */
export interface NoticeHost {
  readonly isFair: IsFair;
  isFramed(): boolean;
  /** A press on the box that did not count. */
  refused(reason: PressRefusal): void;
  /** The box is ticked from now on, or is not. */
  ticked(isTicked: boolean): void;
}

/** A collection of the policy in force, ready to be asked for. */
export interface FormCollection {
  readonly consent: boolean | 'optional';
  /** What its record says was asked. */
  readonly asked: AskedTerms;
  draw(host: NoticeHost): FormNotice;
}

/** A notice as it stands in a form. */
export interface FormNotice {
  /** What it is drawn in. */
  readonly box: Element;
  /** The tick that counts; `undefined` where no person has ticked it, or no box is there. */
  tick(): Tick | undefined;
  /** Says at the box why the form was not sent, and takes the focus there. */
  hold(reason: HoldReason): void;
  /** Takes the tick out, as a form that is reset does. */
  clear(): void;
}
