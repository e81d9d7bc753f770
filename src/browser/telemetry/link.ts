// Keeps the number that links pages or visits: in this tab alone, or in this browser for this site.
import { NAME } from '../../core/name.ts';
import { type Link, linkNow } from '../../core/telemetry/link.ts';
import { plainJson } from './otlp.ts';

const KEY = `${NAME}-link`;

/** In memory where storage is blocked: then it lasts as long as the page. */
let last: unknown;

function read(storage: () => Storage): unknown {
  try {
    return JSON.parse(storage().getItem(KEY) ?? 'null') ?? last;
  } catch {
    return last;
  }
}

const storageOf = (kind: 'visit' | 'id') => () => (kind === 'id' ? localStorage : sessionStorage);

/** Called under the grant alone (L-10). */
export function keepLink(kind: 'visit' | 'id', fresh: Link): string {
  const storage = storageOf(kind);
  const link = linkNow(read(storage), fresh, kind);
  last = link;
  try {
    storage().setItem(KEY, plainJson(link));
  } catch {
    // Blocked or full.
  }
  return link.id;
}

export function clearLinks(): void {
  last = undefined;
  for (const kind of ['visit', 'id'] as const) {
    try {
      storageOf(kind)().removeItem(KEY);
    } catch {
      // Blocked: nothing stands there.
    }
  }
}
