// The question put to the person: what the views may ask of the rules, and the rules of the views.
import type { Answer } from '../choice/choice.ts';
import type { ConsentState } from '../choice/state.ts';
import type { HeldFrame } from '../gate/held.ts';
import type { Remains } from '../gate/remains.ts';
import type { PolicyTerms } from '../policy/policy.ts';
import type { AskedTerms } from '../policy/terms.ts';
import type { Settings } from '../settings/settings.ts';

/** Every view that can be opened; the banner comes first. */
export const VIEWS = ['banner', 'preferences', 'data'] as const;

export type View = (typeof VIEWS)[number];

/** What the permanent control says of a view: that it is on its way; where it did not come, to try again, or that its press withdrew. */
export type ControlNote = 'opening' | 'failed' | 'withdrawn';

/** What a control does that can grant; `data-action`, but for the switches. */
export type GrantingAction = 'accept' | 'save' | 'switch' | 'load-once' | 'always-allow' | 'tick';

/** Why a press on a granting control did not count. */
export type PressRefusal = 'untrusted' | 'framed' | 'covered';

/** The same, and why a call of the site did not, or an answer: a yes that cannot be recorded is none. */
export type Refusal = PressRefusal | 'no-gesture' | 'unkept';

/** Everything in it is for display. */
export interface Question
  extends Pick<Settings, 'lang' | 'layout' | 'position' | 'theme' | 'look' | 'validFor'> {
  readonly policy: PolicyTerms;
  /** Purpose ids that still need an answer; the whole policy's on a first visit. */
  readonly pending: readonly string[];
  /** What is in force now. */
  readonly state: ConsentState;
  /** What was asked when the person last answered, while that answer counts. */
  readonly asked: AskedTerms | undefined;
}

/** What the rules offer whoever asks. */
export interface AskHost {
  question(): Question;
  /** The only way from the question to a choice. */
  answer(answer: Answer): void;
  /** Another view is on screen, or none. */
  viewed(view: View | null): void;
  /** In a page of another site nothing is asked, and nothing can be granted (F-45). */
  isFramed(): boolean;
  /** A press that did not count, with the reason. */
  refused(action: GrantingAction, reason: PressRefusal): void;
}

/** Banner, preferences, “Your data”. Implemented in the UI files, fetched only when needed. */
export interface Ask {
  /** Shows a view, or nothing for `null`. Settles when it is on screen, or will not be. */
  show(view: View | null): void | Promise<void>;
  /** Settles when what was drawn last is on screen; on a page that nobody sees, once somebody does. */
  painted(): Promise<void>;
  /** Redraws what is on screen; a banner with nothing left to ask goes away. */
  refresh(): void;
  /** Says on what is shown that the yes just given is none, for it could not be recorded. */
  showUnkept(): void;
  /** Says what a withdrawal could not undo, until the next choice. Never modal. */
  showRemains(remains: Remains): void;
}

/** What the rules offer a placeholder. */
export interface PlaceholderHost
  extends Pick<AskHost, 'question' | 'answer' | 'isFramed' | 'refused'> {
  /** “Load once”: this frame, this page view, no record. */
  loadOnce(frame: HeldFrame): void;
  open(view: View): void;
}

/** Lays an element over a frame that nobody can draw in; what it returns takes it away. */
export type LayOver = (element: Element, frame: Element) => () => void;

/** What few placeholders need: a place over their frame or apart from it, a picture. */
export interface Cover {
  readonly layOver: LayOver;
  /** The same in a modal dialog, which a person can close too. */
  readonly openDialog: LayOver;
  /** The Customer's picture for a frame, where it has one that can be shown. */
  pictureOf(frame: Element): Element | undefined;
}

export interface Placeholders {
  /** Draws a placeholder in the place of each of these frames, and takes away all others. */
  cover(frames: readonly HeldFrame[]): void;
}

/** Draws placeholders over those of the frames that wait for something, and takes away all others. */
export type CoverFrames = (frames: readonly Element[]) => void;
