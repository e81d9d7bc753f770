// Everything the story in flow.ts needs from outside. What each promises stands with its stage.
import type { Announce } from './announcements.ts';
import type {
  Ask,
  AskHost,
  ControlNote,
  CoverFrames,
  PlaceholderHost,
  Refusal,
} from './ask/ask.ts';
import type { Answer, Grants, SignalsSeen } from './choice/choice.ts';
import type { Draft } from './choice/draft.ts';
import type { History } from './choice/history.ts';
import type { Standing } from './choice/keep/take-up.ts';
import type { ConsentState } from './choice/state.ts';
import type { Clock } from './clock.ts';
import type { Consent } from './consent.ts';
import type { HeldElements } from './gate/held.ts';
import type { Remains } from './gate/remains.ts';
import type { Rights, RightsHost } from './rights/rights.ts';
import type { Settings } from './settings/settings.ts';
import type { Outgoing } from './telemetry/outside.ts';
import type { Telemetry } from './telemetry/telemetry.ts';

/** Other tabs of the site, and this page coming back from the back/forward cache. */
export interface Tabs {
  /** Tells the other tabs that there is a new record. Never throws. */
  tell(): void;
  /** Calls back when the history has to be read again, and whether the page itself came back. */
  onTold(listener: (isRestored: boolean) => void): void;
}

/** What follows an answer. */
export interface AnswerKeeper {
  /**
   * Keeps a record; resolves to the history that has it within a second, on disk or in memory.
   *
   * @param draft the answer's own, where it was noted.
   */
  keep(answer: Answer, draft?: Draft): Promise<readonly unknown[]>;
  /** Does what earlier pages have left to do: keep/take-up.ts. */
  takeUp(inForce: Standing, reread: () => Promise<unknown>): Promise<unknown>;
  /** Records that the newest choice ran out, if it did, so that no clock set back revives it (F-31). */
  keepExpiry(): Promise<void>;
  /** Deletes what denied purposes leave behind; resolves to what could not be undone. */
  cleanUp(grants: Grants): Promise<Remains>;
  /**
   * Draws a notice in each of these elements. Where the file for it is not to be had they stay as they were
   * written, and no record says that anybody agreed.
   */
  showNotices(notices: readonly Element[]): Promise<void>;
  /**
   * Takes back what was agreed to in forms about a collection; nothing is done where nothing was. Resolves to `false`
   * where the file for it is not to be had.
   *
   * @param press what it came by, where that is the event of a person's press.
   */
  takeBack(collection: string, press?: unknown): Promise<boolean>;
  /** What people have a right to of all that; `null` where the file for it is not to be had. */
  rights(consent: RightsHost['consent']): Promise<Rights | null>;
}

/** What telemetry needs of the running widget. */
export interface TelemetryHost {
  readonly outgoing: Outgoing;
  state(): ConsentState;
  allows(id: string): boolean;
  /** Reads the stored choice again: another tab can have a newer one. */
  reread(): Promise<unknown>;
}

/** What stands in files of its own, fetched when needed; `null` where one is not to be had. */
export interface Files {
  /** Everything stays held without it. */
  ask(host: AskHost): Promise<Ask | null>;
  /** Frames stay held without it, and nothing stands over them. */
  placeholders(host: PlaceholderHost): Promise<CoverFrames | null>;
  answer(settings: Settings, ports: Ports): Promise<AnswerKeeper | null>;
  telemetry(settings: Settings, host: TelemetryHost): Promise<Telemetry | null>;
  /** Calls back when a file has come that was given up: it is to be had from now on. */
  onLate(listener: () => void): void;
}

export interface Ports {
  readonly clock: Clock;
  readonly history: History;
  readonly files: Files;
  readonly held: HeldElements;
  /** Draws the permanent control, or takes it away; where a view could not be opened, it says so. */
  drawControl(isShown: boolean, note?: ControlNote): void;
  /** The widget of a page of this site around this one, which asks for both. */
  outer(): Pick<Consent, 'open'> | undefined;
  /**
   * Takes the person's press on a control of the page for an answer; tells why there is none to take. One is
   * good for one answer, for a second, and no longer than until the next press anywhere (F-43).
   */
  takePress(): Refusal | undefined;
  /** Whether a page of another site is around this one. */
  isFramed(): boolean;
  readonly tabs: Tabs;
  readonly announce: Announce;
  /** All ways out of this page, and what they sent that could not be stored. */
  readonly outgoing: Outgoing;
  /** Browser-wide preferences; fixed for the life of the page (S-01). */
  readonly signals: SignalsSeen;
  /** Scheme and host of the page. */
  readonly origin: string;
  /** 16 random bytes; `undefined` on a page that breaks what makes them. */
  seed(): Uint8Array | undefined;
}
