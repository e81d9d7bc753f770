// Takes events out of a file, or what is too old out of events; nothing is touched where nothing has to go.
import { rm } from 'node:fs/promises';
import { lineOf } from '../otlp/write.ts';
import type { AttributeValue, Expiry, StoredEvent } from '../store.ts';
import { eventsOf, type Kind, replace, type Segment, type Warn } from './folder.ts';

/** What is left of an event; `undefined` where all of it goes. The same object where nothing does. */
export type Keep = (event: StoredEvent) => StoredEvent | undefined;

/**
 * Resolves with what went. A killed process leaves the file as it was, or as it is to be.
 *
 * @param isWriting the file is appended to later, and stays when it is empty.
 */
export async function rewrite(
  segment: Segment,
  keep: Keep,
  isWriting: boolean,
  warn: Warn,
): Promise<readonly StoredEvent[]> {
  const lines: string[] = [];
  const gone: StoredEvent[] = [];
  let isChanged = false;
  for await (const { text, events } of eventsOf(segment, warn)) {
    const left = events.map((event) => keep(event));
    gone.push(...events.filter((_event, index) => left[index] === undefined));
    const isSame = left.every((event, index) => event === events[index]);
    isChanged ||= !isSame;
    const whole = left.filter((event) => event !== undefined);
    if (isSame) lines.push(`${text}\n`);
    else if (whole.length > 0) lines.push(lineOf(whole));
  }
  if (!isChanged) return gone;
  if (lines.length === 0 && !isWriting) {
    await rm(segment.path);
    segment.bytes = 0;
  } else {
    segment.bytes = await replace(segment.path, lines);
  }
  return gone;
}

/** What is left of an event once what is too old is cut. */
export function keepYoung(kind: Kind, before: Expiry): Keep {
  const beforeMs = kind === 'proofs' ? before.proofsBeforeMs : before.visitsBeforeMs;
  const cut = Object.entries(before.attributesBeforeMs);
  return (event) => {
    if (event.receivedAtMs < beforeMs) return undefined;
    if (kind === 'proofs') return event;
    const old = cut
      .filter(([name, ms]) => event.receivedAtMs < ms && Object.hasOwn(event.attributes, name))
      .map(([name]) => name);
    if (old.length === 0) return event;
    const attributes = Object.entries(event.attributes).filter(([name]) => !old.includes(name));
    return {
      ...event,
      attributes: Object.fromEntries(attributes) as Record<string, AttributeValue>,
    };
  };
}

/** Whether a file can hold anything that is too old. */
export function isDue(
  { kind, oldestMs, newestMs }: Segment,
  before: Expiry,
  last?: Expiry,
): boolean {
  const member = kind === 'proofs' ? 'proofsBeforeMs' : 'visitsBeforeMs';
  if (oldestMs < before[member]) return true;
  return (
    kind === 'visits' &&
    Object.entries(before.attributesBeforeMs).some(
      ([name, ms]) =>
        oldestMs < ms && newestMs >= (last?.attributesBeforeMs[name] ?? Number.NEGATIVE_INFINITY),
    )
  );
}
