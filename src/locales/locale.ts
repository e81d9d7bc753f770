// The words of one language, a section a view: complete or not offered. A missing one does not compile.
import type { ControlNote, PressRefusal } from '../core/ask/ask.ts';
import type { HoldReason } from '../core/ask/forms.ts';
import type { ChoiceSource } from '../core/choice/choice.ts';
import type { Change } from '../core/policy/changes.ts';
import type { Collection, IpHandling, Visitors } from '../core/policy/policy.ts';
import type { PolicyWords } from '../core/policy/words.ts';
import type { Outcome } from '../core/rights/exported.ts';
import type { EventName } from '../core/telemetry/events.ts';

/*
 * Slots like {controller} take a name or a list; text only, never markup. Plain words, no maybe, no guilt
 * (L-23). docs/how-to/a-language.md tells how to add one.
 */

/** The permanent control. */
export interface ControlWords extends Record<ControlNote, string> {
  readonly open: string;
  /** Where an opt-out signal is on. */
  readonly optedOut: string;
  /** Stands after either of them, while what was pressed for is on its way. */
  readonly opening: string;
  /** And where it did not come. */
  readonly failed: string;
  /** And where its press has therefore withdrawn. */
  readonly withdrawn: string;
}

/** Controls that stand on more than one view. */
export interface ActionWords {
  readonly accept: string;
  readonly reject: string;
  readonly choose: string;
  readonly close: string;
  readonly withdraw: string;
  readonly reload: string;
}

/** What a purpose takes. */
export interface FactWords {
  readonly data: string;
  readonly recipients: string;
  /** The controller, where the title has named it. */
  readonly controller: string;
  readonly retention: string;
  /** A data item that is kept for another time. */
  readonly itemRetention: string;
  /** Query parameters, by their names. */
  readonly parameters: string;
  readonly visitors: string;
  /** How visits of one person are told apart, where they are. */
  readonly linked: Readonly<Record<Exclude<Visitors, 'none'>, string>>;
}

/** The first layer. */
export interface BannerWords {
  readonly title: string;
  /** Where only what changed is asked. */
  readonly again: string;
  /** In place of the lead then: when the last answer was. */
  readonly since: string;
  readonly lead: string;
  readonly privacy: string;
  /** While what was pressed for is on its way, and where it did not come. */
  readonly opening: string;
  readonly unopened: string;
}

/** Of a press on a granting control that did not count: why. */
export type RefusedWords = Readonly<Record<PressRefusal | 'unkept', string>>;

/** What stands in the place of a held frame. */
export interface PlaceholderWords {
  /** The heading, where the frame has no title of its own. */
  readonly title: string;
  readonly receives: string;
  /** The same where some of them are `undeclared`. */
  readonly receivesAtLeast: string;
  readonly loadOnce: string;
  readonly alwaysLoad: string;
  readonly choices: string;
  /** The one control of a small placeholder, which opens the whole. */
  readonly load: string;
  readonly close: string;
}

/** The second layer. */
export interface PreferencesWords {
  readonly title: string;
  readonly lead: string;
  readonly optedOut: string;
  readonly memory: string;
  readonly unanswered: string;
  /** When the last answer was, and until when it counts. */
  readonly answered: string;
  /** What is on by it. */
  readonly granted: string;
  readonly nothing: string;
  readonly required: string;
  /** How many of a purpose’s services are on. */
  readonly services: string;
  readonly visitorsNone: string;
  readonly cookies: string;
  readonly storage: string;
  readonly servicePrivacy: string;
  readonly parties: string;
  readonly controller: string;
  readonly processor: string;
  readonly ip: string;
  readonly ipHandling: Readonly<Record<IpHandling, string>>;
  readonly validity: string;
  readonly validFor: string;
  readonly validForEach: string;
  readonly rights: string;
  readonly data: string;
  /** Where the permanent control stands, and for how long. */
  readonly place: string;
  readonly placeLasts: string;
  readonly places: Readonly<Record<Corner, string>>;
  readonly save: string;
  /** On the way out, where something was turned: once. */
  readonly unsaved: string;
}

/** Of the window, whatever the direction of its words. */
export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

/** What changed in a purpose since the last answer. */
export type ChangeWords = Readonly<Record<Change['kind'], string>>;

/** What a denial could not undo. */
export interface RemainsWords {
  readonly title: string;
  readonly scripts: string;
  /** A script without an address. */
  readonly inline: string;
  readonly stored: string;
}

/** A notice in a form. */
export interface FormWords {
  /** Between data and recipients, and before the time, where only a screen reader hears them. */
  readonly receivedBy: string;
  readonly keptFor: string;
  readonly why: string;
  readonly withdraw: string;
  readonly data: string;
  readonly privacy: string;
  /** Why the form was not sent, or the tick did not count. */
  readonly held: Readonly<Record<HoldReason, string>>;
}

/** “Your data”. */
export interface DataWords {
  readonly title: string;
  readonly lead: string;
  readonly reading: string;
  readonly missing: string;
  readonly none: string;
  readonly answers: string;
  readonly sources: Readonly<Record<ChoiceSource, string>>;
  readonly unknown: string;
  readonly granted: string;
  readonly nothing: string;
  readonly until: string;
  readonly number: string;
  readonly folded: string;
  /** What was agreed to in forms. */
  readonly forms: string;
  readonly agreed: string;
  readonly takenBack: string;
  readonly formReceipt: string;
  readonly takeBack: string;
  readonly messages: string;
  readonly events: Readonly<Record<EventName, string>>;
  readonly quiet: string;
  readonly to: string;
  /** What became of a message; `noted` is by an earlier version. */
  readonly outcomes: Readonly<Record<Outcome | 'noted', string>>;
  readonly whole: string;
  readonly older: string;
  /** Label of a choice: which messages are shown. */
  readonly kind: string;
  /** Of that choice: all of them. */
  readonly kinds: string;
  readonly waiting: string;
  readonly receipt: string;
  readonly export: string;
  readonly erase: string;
  readonly erasing: string;
  readonly atReceiver: string;
  readonly erased: string;
  readonly told: string;
  readonly remains: string;
}

/** What stands between two, between those of several, and before the last of these. */
export type Gaps = readonly [two: string, between: string, last: string];

/** A number and what it counts, by plural category (CLDR); `#` is the number. */
export type Counted = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** As much grammar as the banner needs; what is shown later asks the browser for its own. */
export interface Grammar {
  /** By the letters of ISO 8601. */
  readonly units: Readonly<Record<'Y' | 'M' | 'W' | 'D', Counted>>;
  /** Of names in a sentence. */
  readonly sentence: Gaps;
  /** Of what is only listed. */
  readonly items: Gaps;
}

export interface Locale {
  /** BCP 47. */
  readonly lang: string;
  readonly grammar: Grammar;
  readonly dir: 'ltr' | 'rtl';
  readonly control: ControlWords;
  readonly actions: ActionWords;
  readonly facts: FactWords;
  readonly banner: BannerWords;
  readonly refused: RefusedWords;
  readonly placeholder: PlaceholderWords;
  readonly preferences: PreferencesWords;
  readonly changes: ChangeWords;
  readonly remains: RemainsWords;
  readonly forms: FormWords;
  readonly data: DataWords;
}

/** What a collection of the default policy is called. */
export type CollectionWords = Pick<Collection, 'name' | 'why'> &
  Partial<Pick<Collection, 'aim' | 'act'>>;

/** A language other than English, as `<tag>.json` beside this file has it: every word there is, or it is none (L-24). */
export interface Translation extends Locale {
  /** Of the default policy. */
  readonly policy: PolicyWords;
  /** What the default policy says of forms. */
  readonly collections: {
    readonly dataItems: PolicyWords['dataItems'];
    readonly collections: Readonly<Record<string, CollectionWords>>;
  };
}

/**
 * Resolves to the words of the language on offer that fits best; to `null` where none does, or they are not to be had
 * within eight seconds, which is said: it is tried again at the next call.
 *
 * @param range a BCP 47 tag, as a page or a setting has it.
 */
export type LoadWords = (range: string) => Promise<Translation | null>;
