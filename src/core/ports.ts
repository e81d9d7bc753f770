// What the rules need from outside: each port with the promise its adapter keeps and its fake can break.
import type { Answer, Grants, SignalsSeen } from './choice.ts';
import type { TelemetryEvent } from './events.ts';
import type { AskedTerms, PolicyTerms } from './policy.ts';
import type { KantaraReceipt } from './receipt/kantara.ts';
import type { Receipt } from './receipt/receipt.ts';
import type { Erased, Exported, Rights, RightsHost } from './rights.ts';
import type { Settings } from './settings.ts';
import type { ConsentState } from './state.ts';
import type { Telemetry } from './telemetry.ts';

/** Milliseconds since 1970, UTC, by the device's clock. */
export interface Clock {
  now(): number;
}

/** Randomness and hashing. */
export interface Proof {
  /** A fresh random UUID. */
  uuid(): string;
  /** SHA-256 as lower-case hex; `null` where the page has no SubtleCrypto (plain http). */
  digest(text: string): Promise<string | null>;
}

export type StoragePlace = 'indexeddb' | 'memory';

/** The history of records. Never throws, always answers within a second. */
export interface ChoiceStore {
  /** The whole history, oldest first; empty when there is none or it cannot be read. */
  read(): Promise<readonly unknown[]>;
  /** The history as last read; empty before. */
  readonly known: readonly unknown[];
  /** Where records are kept; `memory` when IndexedDB is missing, throws, hangs or is blocked. */
  readonly place: StoragePlace;
}

/** What of the outside keeping an answer needs. */
export type KeepPorts = Pick<Ports, 'choices' | 'clock' | 'origin' | 'signals'>;

/** A held frame the person may release from its placeholder. */
export interface HeldFrame {
  /** The element itself; opaque to the rules. */
  readonly element: object;
  /** Ids that are not granted yet: purposes and `service:…`. Never empty. */
  readonly missing: readonly string[];
  /** Host the frame would fetch from, empty for one without an address. */
  readonly host: string;
}

/** What a tag still waits for; empty when it may run. */
export type MissingFor = (ids: readonly string[], hosts: readonly string[]) => readonly string[];

/** Held tags of the page, and those it adds later. */
export interface PageTags {
  /**
   * Releases every held tag that waits for nothing, once, in document order, and returns frames and
   * templates that may not run any more to their held form. Tags added later are treated alike.
   */
  apply(missingFor: MissingFor): void;
  /** Releases one frame for this page view only. */
  releaseOnce(frame: HeldFrame): void;
  /** Looks after the tags inside an open shadow root too. */
  watch(root: object): void;
  /** Called with the frames that are held, whenever that list changes. */
  onFrames(listener: (frames: readonly HeldFrame[]) => void): void;
}

export type View = 'banner' | 'preferences' | 'data';

/** Why a press on a granting control did not count. */
export type Refusal = 'untrusted' | 'no-gesture' | 'faulty-setting' | 'covered';

/** What the question may ask of the rules. Everything in it is for display except the verbs. */
export interface Question
  extends Pick<Settings, 'lang' | 'layout' | 'position' | 'theme' | 'validFor'> {
  readonly policy: PolicyTerms;
  /** Purpose ids that still need an answer; the whole policy's on a first visit. */
  readonly pending: readonly string[];
  /** What is in force now. */
  readonly state: ConsentState;
  /** What was asked when the person last answered, while that answer counts. */
  readonly asked: AskedTerms | undefined;
}

/** The question put to the person. Implemented in the UI file, fetched only when needed. */
export interface Ask {
  /** Shows a view, or nothing for `null`. */
  show(view: View | null): void;
  /** Redraws what is on screen; a first layer with nothing left to ask goes away. */
  refresh(): void;
  /** Says what a withdrawal could not undo, until the next choice. Never modal. */
  showRemains(remains: Remains): void;
  /** Draws a placeholder over each of these frames, and takes away all others. */
  cover(frames: readonly HeldFrame[]): void;
}

/** @param control the element pressed. */
export type IsFair = (control: object, isPointer: boolean) => boolean;

/** What the rules offer the question. */
export interface AskHost {
  question(): Question;
  /** The only way from the question to a choice. */
  answer(answer: Answer): void;
  /** A placeholder's "load once": this frame, this page view, no record. */
  loadOnce(frame: HeldFrame): void;
  /** Another view is on screen, or none. */
  viewed(view: View | null): void;
  /**
   * Whether a trusted press on a granting control was meant (F-45). Missing until what follows an
   * answer has been fetched: no press grants before that.
   */
  isFair?: IsFair | undefined;
  /** A press that did not count, with the reason. */
  refused(action: string, reason: Refusal): void;
}

/** Brings the question when it is first needed. */
export interface AskLoader {
  /** `null` when the UI file is missing or was changed: everything stays held. */
  bring(host: AskHost): Promise<Ask | null>;
  /** Draws the permanent control, or takes it away. */
  drawControl(shown: boolean, open: () => void): void;
}

/** Telemetry's way out. */
export interface Outbox {
  /** Takes an event; `allows` is asked again at the moment of sending (F-24). */
  send(event: TelemetryEvent, allows: () => Promise<boolean>): void;
  /** Drops what has not left and aborts what is leaving (F-25). */
  purge(): void;
}

/** Facts about the visit, read only after the grant (L-10). */
export interface Visit {
  /** Calls back for each page view: this one, in-page ones. */
  onView(listener: () => void): void;
  /** Reads the facts behind these data items, and no others. */
  facts(): VisitFacts;
}

export interface VisitFacts {
  readonly url: string;
  readonly referrer: string;
  readonly userAgent: string;
  readonly language: string;
}

/** What a denial could not undo. */
export interface Remains {
  /** Names that are still there, and declared cookies that no script of this page can see. */
  readonly stored: readonly string[];
  /** Addresses of scripts that ran while they were granted; a reload ends them. */
  readonly scripts: readonly string[];
}

/** What follows an answer. */
export interface After {
  /**
   * Keeps a record of an answer; resolves to the history that has it within a second, on disk, or in
   * memory where the disk is not to be had.
   */
  keep(answer: Answer, settings: Settings, ports: KeepPorts): Promise<readonly unknown[]>;
  /** Deletes what denied purposes leave behind; resolves to what could not be undone. */
  cleanUp(policy: PolicyTerms, grants: Grants): Promise<Remains>;
  /**
   * Takes up what earlier pages left: records that a choice ran out, deletes what denied purposes have
   * stored since, and sends proofs that are owed, while a choice is in force.
   */
  resume(settings: Settings, ports: KeepPorts, grants: Grants): Promise<unknown>;
  /**
   * Starts to look after what is on screen: no control is pressed by trick, and nothing of the page
   * that has the focus is hidden. Tells of a press whether it was meant. Records that a choice ran
   * out, if one did: that is why there is a question again.
   */
  guard(settings: Settings, ports: KeepPorts): IsFair;
  /** @param refresh reads the stored choice again: another tab can have a newer one. */
  speak(
    settings: Settings,
    state: () => ConsentState,
    allows: (id: string) => boolean,
    refresh: () => Promise<unknown>,
  ): Telemetry;
  /** What the End-User has a right to (L-27); `null` when the file for it is not to be had. */
  right(
    name: keyof Rights,
    host: RightsHost,
    format?: 'kantara',
  ): Promise<Receipt | KantaraReceipt | Exported | Erased | null>;
}

/** What the page is told, as `consent.on(type)` and as `s9:type` on the document. */
export type AnnouncementType =
  | 'ready'
  | 'change'
  | 'open'
  | 'close'
  | 'release'
  | 'refused'
  | 'error';

export type Announce = (type: AnnouncementType, detail: unknown) => void;

/** Other tabs of the site, and this page coming back from the back/forward cache. */
export interface Elsewhere {
  /** Tells the other tabs that there is a new record. Never throws. */
  tell(): void;
  /** Calls back when the history has to be read again, and whether the page itself came back. */
  onNews(listener: (isRestored: boolean) => void): void;
}

/** Everything the rules need from outside. */
export interface Ports {
  readonly clock: Clock;
  readonly choices: ChoiceStore;
  /** Brings what follows an answer; `null` when it is not to be had: no grant then, and silence. */
  readonly loadAfter: () => Promise<After | null>;
  readonly tags: PageTags;
  readonly question: AskLoader;
  readonly elsewhere: Elsewhere;
  readonly announce: Announce;
  /** Browser-wide preferences; fixed for the life of the page (S-01). */
  readonly signals: SignalsSeen;
  /** Scheme and host of the page. */
  readonly origin: string;
}
