// Keeps the number that links pages or visits: in this tab alone, or in this browser for this site.
import { type Link, linkNow } from '../../core/telemetry/link.ts';
import { LINK_KEY } from '../../core/telemetry/link-storage.ts';
import { plainJson } from './otlp.ts';

/** In memory where storage is blocked: then it lasts as long as the page. */
let last: unknown;

function read(storage: () => Storage): unknown {
  try {
    return JSON.parse(storage().getItem(LINK_KEY) ?? 'null') ?? last;
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
    storage().setItem(LINK_KEY, plainJson(link));
  } catch {
    // Blocked or full.
  }
  return link.id;
}

export function clearLinks(): void {
  last = undefined;
  for (const kind of ['visit', 'id'] as const) {
    try {
      storageOf(kind)().removeItem(LINK_KEY);
    } catch {
      // Blocked: nothing stands there.
    }
  }
}
