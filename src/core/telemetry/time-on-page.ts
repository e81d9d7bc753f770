// How long a page was seen, and how long somebody did something there; hidden time is neither.

/** So long after the last press, key or scroll somebody is still at it. */
export const ENGAGED_MS = 10_000;

export interface Seconds {
  /** The page could be seen. One decimal. */
  readonly visible: number;
  /** It could be seen, and somebody pressed, typed or scrolled no longer than ten seconds ago. One decimal. */
  readonly engaged: number;
}

const secondsOf = (ms: number): number => Math.round(ms / 100) / 10;

/** Times are milliseconds of a clock that never goes back. */
export class TimeOnPage {
  #visibleMs = 0;
  #engagedMs = 0;
  #since: number | undefined;
  #engagedUntil = -Infinity;

  constructor(nowMs: number, isVisible: boolean) {
    if (isVisible) this.#since = nowMs;
  }

  #count(nowMs: number): void {
    if (this.#since === undefined) return;
    this.#visibleMs += nowMs - this.#since;
    this.#engagedMs += Math.max(0, Math.min(nowMs, this.#engagedUntil) - this.#since);
    this.#since = nowMs;
  }

  show(nowMs: number): void {
    this.#since ??= nowMs;
  }

  hide(nowMs: number): void {
    this.#count(nowMs);
    this.#since = undefined;
    this.#engagedUntil = -Infinity;
  }

  /** Somebody did something. */
  act(nowMs: number): void {
    this.#count(nowMs);
    this.#engagedUntil = nowMs + ENGAGED_MS;
  }

  seconds(nowMs: number): Seconds {
    this.#count(nowMs);
    return { visible: secondsOf(this.#visibleMs), engaged: secondsOf(this.#engagedMs) };
  }
}
