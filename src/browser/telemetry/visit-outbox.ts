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
import { type Batch, type Claim, createVisitQueue, type VisitWay } from './visit-queue.ts';

/** A receiver that has not answered by then is asked again later. */
const ANSWERS_MS = 30_000;
/** What another tab has decided is read by then. */
const AGAIN_MS = 1000;
/** The next page of a tab has begun by then. */
const LEFT_MS = 3000;

function createSender(way: VisitWay, host: TelemetryHost): VisitOutbox {
  const queue = createVisitQueue(way, host);
  let inFlight: readonly TelemetryEvent[] = [];
  /** What a no aborts. */
  let leaving = new AbortController();
  let tries = 0;
  /** This page does not try again until then. */
  let notBefore = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isAllowed = () => host.allows(TELEMETRY_PURPOSE);

  function wake(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flushing.ask(), delayMs);
  }

  /** @returns whether it is done with, and there is more to send. */
  async function send(batch: Batch): Promise<boolean> {
    const { signal } = leaving;
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
    const delayMs = signal.aborted ? null : retryDelayMs(reply, ++tries, nowMs, Math.random());
    const isDone = delayMs === null;
    if (isDone) tries = 0;
    notBefore = isDone ? 0 : nowMs + delayMs;
    // What had no answer is tried at once by the next page, which has a network again as likely as not.
    const dueAt = reply ? Math.ceil(notBefore) : 0;
    const isMore = await queue.settle(batch, isDone ? null : dueAt);
    if (!isDone) wake(delayMs);
    return isDone && isMore;
  }

  async function drop(batch: Batch): Promise<false> {
    batch.entry.outcome = 'dropped';
    await queue.settle(batch, null);
    return false;
  }

  function purge(): void {
    leaving.abort();
    leaving = new AbortController();
    clearTimeout(timer);
    tries = notBefore = 0;
    queue.clear();
  }

  async function claim(): Promise<Claim> {
    for (const isLast of [false, true]) {
      // What another tab has taken back is taken back here.
      if (!isAllowed()) {
        purge();
        return {};
      }
      const claimed = await queue.claim(notBefore);
      if (!claimed.isStale) return claimed;
      if (!isLast) await host.reread();
    }
    return { waitMs: AGAIN_MS };
  }

  async function sendAll(): Promise<void> {
    let isOn = true;
    while (isOn) {
      const { batch, waitMs } = await claim();
      if (waitMs) wake(waitMs);
      if (!batch) return;
      inFlight = batch.events;
      // Between the disk and here nobody else runs but a no.
      isOn = await (isAllowed() ? send(batch) : drop(batch));
      inFlight = [];
    }
  }

  const flushing = oneByOne(() => exclusively(sendAll, queue.store));

  addEventListener('online', () => {
    notBefore = 0;
    if (isAllowed()) void flushing.ask();
  });
  // Another page has left its last word. The next page takes it over, where there is one.
  const takeOver = () => {
    if (isAllowed() && readJournal().text) void flushing.ask();
  };
  addEventListener('storage', ({ key, newValue }) => {
    if (key === NAME && newValue) setTimeout(takeOver, LEFT_MS);
  });

  return {
    add(events) {
      queue.mine.add(events);
      if (flushing.isOn()) void queue.store();
      void flushing.ask();
    },
    last(events) {
      queue.mine.add(events);
      // Without a channel nobody tells in time what another tab has taken back.
      const maySend = 'BroadcastChannel' in globalThis && Date.now() >= notBefore;
      const batch = queue.leave(inFlight, maySend);
      if (batch) void send(batch);
    },
    purge,
    queue: () => queue.mine.events(),
  };
}

export function createVisitOutbox(way: VisitWay, host: TelemetryHost): VisitOutbox {
  const sender = createSender(way, host);
  host.outgoing.outboxes.push(sender);
  return sender;
}
