// When an event is sent again: only where the receiver may take it later (OTLP/HTTP, S-12).

const RETRYABLE = [429, 502, 503, 504];
/** Of a proof, by all pages, before a longer pause. */
export const MAX_TRIES = 6;
const FIRST_DELAY_MS = 1000;
/** Doubled so often at most: four minutes and a quarter. */
const MAX_DOUBLINGS = 8;
/** A proof that an earlier page could not deliver, and that is not due within that time, is left to a later one. */
export const MAX_DELAY_MS = 600_000;
/** Between one page's last try and the next page's first. */
const PAUSE_MS = 3_600_000;
/** However long a receiver asks for. */
export const MAX_PAUSE_MS = 86_400_000;

/** What the receiver answered. */
export interface Answered {
  readonly status: number;
  /** The header: seconds, or a date. */
  readonly retryAfter: string | null;
}

function askedDelayMs(retryAfter: string | null, nowMs: number): number {
  if (!retryAfter) return 0;
  const seconds = Number(retryAfter);
  const delayMs = Number.isNaN(seconds) ? Date.parse(retryAfter) - nowMs : seconds * 1000;
  return Number.isNaN(delayMs) ? 0 : Math.max(0, delayMs);
}

/** Milliseconds that a later page leaves a receiver in peace which this page has given up on. */
export const pauseMs = (answer: Answered | null, nowMs: number): number =>
  Math.min(MAX_PAUSE_MS, Math.max(PAUSE_MS, askedDelayMs(answer?.retryAfter ?? null, nowMs)));

/**
 * Milliseconds until the next try, or `null` when there is none.
 *
 * @param answer `null` when there was no answer at all: offline, refused, or no CORS.
 * @param tries how often it has been sent.
 * @param random from 0 to 1, so that visitors do not all come back at once.
 */
export function retryDelayMs(
  answer: Answered | null,
  tries: number,
  nowMs: number,
  random: number,
): number | null {
  if (answer && !RETRYABLE.includes(answer.status)) return null;
  const backoffMs = FIRST_DELAY_MS * 2 ** Math.min(tries - 1, MAX_DOUBLINGS) * (0.5 + random / 2);
  return Math.min(
    MAX_PAUSE_MS,
    Math.max(backoffMs, askedDelayMs(answer?.retryAfter ?? null, nowMs)),
  );
}
