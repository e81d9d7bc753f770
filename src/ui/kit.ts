// What the file of the first layer lends to the panel, so that neither carries it twice.
import type { ComponentType, VNode } from 'preact';
import type { Answer, Grants } from '../core/choice.ts';
import type { Policy } from '../core/policy.ts';
import type { AskHost, Question } from '../core/ports.ts';
import type { PolicyPart } from '../core/words.ts';
import type { NoticeTexts } from '../locales/en.ts';
import type { FactsProps } from './Facts.tsx';
import type { mayGrant } from './press.ts';
import type { dataNames, duration, fill } from './speech.ts';

export interface Kit {
  readonly host: AskHost;
  readonly texts: NoticeTexts;
  readonly lang: string;
  /** The policy in force in the words on screen; `part` adds what the first layer left out. */
  policy(part: PolicyPart): Policy;
  /** Draws again what is on screen. */
  draw(): void;
  /** Leaves the view, without an answer. */
  leave(): void;
  /** Answers with the words on screen, in the view or in a placeholder; the view then closes. */
  answer(source: Answer['source'], grants: Grants, press: UIEvent, inside?: HTMLElement): void;
  readonly mayGrant: typeof mayGrant;
  readonly Facts: ComponentType<FactsProps>;
  readonly say: {
    readonly fill: typeof fill;
    readonly duration: typeof duration;
    readonly dataNames: typeof dataNames;
  };
}

/** The panel as `ask.tsx` uses it: made anew each time it is opened. */
export interface Preferences {
  view(question: Question): VNode;
  /** Any press inside, before the common actions are looked at. */
  press(event: MouseEvent, action: string | undefined): void;
}

/** What the panel's file hands over. */
export interface Panel {
  readonly css: string;
  createPreferences(kit: Kit): Preferences;
}
