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

export interface TimeOnPage {
  show(nowMs: number): void;
  hide(nowMs: number): void;
  /** Somebody did something. */
  act(nowMs: number): void;
  seconds(nowMs: number): Seconds;
}

/** Times are milliseconds of a clock that never goes back. */
export function timeOnPage(nowMs: number, isVisible: boolean): TimeOnPage {
  let visibleMs = 0;
  let engagedMs = 0;
  let since = isVisible ? nowMs : undefined;
  let engagedUntil = -Infinity;

  function count(untilMs: number): void {
    if (since === undefined) return;
    visibleMs += untilMs - since;
    engagedMs += Math.max(0, Math.min(untilMs, engagedUntil) - since);
    since = untilMs;
  }

  return {
    show: (at) => void (since ??= at),
    hide(at) {
      count(at);
      since = undefined;
      engagedUntil = -Infinity;
    },
    act(at) {
      count(at);
      engagedUntil = at + ENGAGED_MS;
    },
    seconds(at) {
      count(at);
      return { visible: secondsOf(visibleMs), engaged: secondsOf(engagedMs) };
    },
  };
}
