// Takes events out of a file, or what is too old out of events; nothing is touched where nothing has to go.
import { rm } from 'node:fs/promises';
import { eventsIn, lineOf } from '../otlp/write.ts';
import type { AttributeValue, Expiry, StoredEvent } from '../store.ts';
import { type Kind, replace, type Segment } from './folder.ts';
import { linesOf } from './lines.ts';

/** What is left of an event; `undefined` where all of it goes. The same object where nothing does. */
export type Keep = (event: StoredEvent) => StoredEvent | undefined;

/** What of a file goes. */
export interface Cut {
  readonly keep: Keep;
  /** Whether a line can hold anything that goes: the others are not looked into. Default: each can. */
  readonly mayCut?: (line: string) => boolean;
}

/** The line as it is to be, and what of it went; the same text where nothing did. */
function cutLine(text: string, { keep, mayCut }: Cut, gone: StoredEvent[]): string {
  const events = mayCut?.(text) === false ? undefined : eventsIn(text);
  // What cannot be read was said when the folder was opened, and stays for whoever can.
  if (!events) return text;
  const left = events.map((event) => keep(event));
  gone.push(...events.filter((_event, index) => left[index] === undefined));
  if (left.every((event, index) => event === events[index])) return text;
  const whole = left.filter((event) => event !== undefined);
  return whole.length > 0 ? lineOf(whole).trimEnd() : '';
}

/**
 * Resolves with what went. A killed process leaves the file as it was, or as it is to be.
 *
 * @param isWriting the file is appended to later, and stays when it is empty.
 */
export async function rewrite(
  segment: Segment,
  cut: Cut,
  isWriting: boolean,
): Promise<readonly StoredEvent[]> {
  const lines: string[] = [];
  const gone: StoredEvent[] = [];
  let isChanged = false;
  for await (const { text } of linesOf(segment.path)) {
    const left = cutLine(text, cut, gone);
    isChanged ||= left !== text;
    if (left !== '') lines.push(`${left}\n`);
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
