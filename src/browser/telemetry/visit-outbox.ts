// Sends the visit's events: from memory and disk, one tab at a time, again where the receiver may take them later.
import { NAME } from '../../core/name.ts';
import type { TelemetryHost } from '../../core/ports.ts';
import { TELEMETRY_PURPOSE, type TelemetryEvent } from '../../core/telemetry/events.ts';
import type { VisitOutbox } from '../../core/telemetry/outside.ts';
import { retryDelayMs } from '../../core/telemetry/retry.ts';
import { exclusively } from './exclusively.ts';
import { readJournal } from './journal.ts';
import { oneByOne } from './one-by-one.ts';
import { post } from './post.ts';
import { type Batch, type Claim, VisitQueue, type VisitWay } from './visit-queue.ts';

/** A receiver that has not answered by then is asked again later. */
const ANSWERS_MS = 30_000;
/** What another tab has decided is read by then. */
const AGAIN_MS = 1000;
/** The next page of a tab has begun by then. */
const LEFT_MS = 3000;

class Sender implements VisitOutbox {
  readonly #queue: VisitQueue;
  readonly #host: TelemetryHost;
  #inFlight: readonly TelemetryEvent[] = [];
  /** What a no aborts. */
  #leaving = new AbortController();
  #tries = 0;
  /** This page does not try again until then. */
  #notBefore = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #flushing = oneByOne(() => exclusively(() => this.#sendAll(), this.#queue.store));

  constructor(way: VisitWay, host: TelemetryHost) {
    this.#queue = new VisitQueue(way, host);
    this.#host = host;
    addEventListener('online', () => {
      this.#notBefore = 0;
      if (this.#isAllowed()) void this.#flushing.ask();
    });
    // Another page has left its last word. The next page takes it over, where there is one.
    addEventListener('storage', ({ key, newValue }) => {
      if (key === NAME && newValue) setTimeout(() => this.#takeOver(), LEFT_MS);
    });
  }

  #takeOver(): void {
    if (this.#isAllowed() && readJournal().text) void this.#flushing.ask();
  }

  #isAllowed(): boolean {
    return this.#host.allows(TELEMETRY_PURPOSE);
  }

  /** @returns whether it is done with, and there is more to send. */
  async #send(batch: Batch): Promise<boolean> {
    const { signal } = this.#leaving;
    const { entry } = batch;
    const request = new AbortController();
    const stop = () => request.abort();
    const giveUp = setTimeout(stop, ANSWERS_MS);
    signal.addEventListener('abort', stop);
    const reply = await post(entry, request.signal);
    clearTimeout(giveUp);
    signal.removeEventListener('abort', stop);
    if (!reply) entry.outcome = signal.aborted ? 'dropped' : 'unanswered';
    const nowMs = Date.now();
    const delayMs = signal.aborted
      ? null
      : retryDelayMs(reply, ++this.#tries, nowMs, Math.random());
    const isDone = delayMs === null;
    if (isDone) this.#tries = 0;
    this.#notBefore = isDone ? 0 : nowMs + delayMs;
    // What had no answer is tried at once by the next page, which has a network again as likely as not.
    const dueAt = reply ? Math.ceil(this.#notBefore) : 0;
    const isMore = await this.#queue.settle(batch, isDone ? null : dueAt);
    if (!isDone) this.#wake(delayMs);
    return isDone && isMore;
  }

  async #drop(batch: Batch): Promise<false> {
    batch.entry.outcome = 'dropped';
    await this.#queue.settle(batch, null);
    return false;
  }

  async #claim(): Promise<Claim> {
    for (const isLast of [false, true]) {
      // What another tab has taken back is taken back here.
      if (!this.#isAllowed()) {
        this.purge();
        return {};
      }
      const claimed = await this.#queue.claim(this.#notBefore);
      if (!claimed.isStale) return claimed;
      if (!isLast) await this.#host.reread();
    }
    return { waitMs: AGAIN_MS };
  }

  async #sendAll(): Promise<void> {
    let isOn = true;
    while (isOn) {
      const { batch, waitMs } = await this.#claim();
      if (waitMs) this.#wake(waitMs);
      if (!batch) return;
      this.#inFlight = batch.events;
      // Between the disk and here nobody else runs but a no.
      isOn = await (this.#isAllowed() ? this.#send(batch) : this.#drop(batch));
      this.#inFlight = [];
    }
  }

  #wake(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#flushing.ask(), delayMs);
  }

  add(events: readonly TelemetryEvent[]): void {
    this.#queue.mine.add(events);
    if (this.#flushing.isOn()) void this.#queue.store();
    void this.#flushing.ask();
  }

  last(events: readonly TelemetryEvent[]): void {
    this.#queue.mine.add(events);
    // Without a channel nobody tells in time what another tab has taken back.
    const maySend = 'BroadcastChannel' in globalThis && Date.now() >= this.#notBefore;
    const batch = this.#queue.leave(this.#inFlight, maySend);
    if (batch) void this.#send(batch);
  }

  purge(): void {
    this.#leaving.abort();
    this.#leaving = new AbortController();
    clearTimeout(this.#timer);
    this.#tries = this.#notBefore = 0;
    this.#queue.clear();
  }

  queue(): readonly TelemetryEvent[] {
    return this.#queue.mine.events();
  }
}

export function createVisitOutbox(way: VisitWay, host: TelemetryHost): VisitOutbox {
  const sender = new Sender(way, host);
  host.outgoing.outboxes.push(sender);
  return sender;
}
