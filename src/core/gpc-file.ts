// Whether what a site serves at /.well-known/gpc.json says anything of Global Privacy Control (S-01).
import { type Fault, flag, isObject, type Reader, refuse } from './policy/shape.ts';

export interface GpcFile {
  readonly faults: readonly Fault[];
  /** What the site says: it honours the signal, or not. `null` where it says neither. */
  readonly gpc: boolean | null;
}

/** RFC 3339 `full-date` or `date-time`. */
const INSTANT =
  /^(\d{4}-\d\d-\d\d)(T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))?$/i;

/** There is no 30 February. */
function isDay(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
}

const instant: Reader<string> = (value, path, faults) => {
  const date = typeof value === 'string' && INSTANT.exec(value)?.[1];
  return date && isDay(date)
    ? (value as string)
    : refuse(path, 'an RFC 3339 date (2026-11-22) or date-time (2026-11-22T10:00:00Z)', faults);
};

function parse(text: string, faults: Fault[]): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // It quotes from the file, which can hold what a terminal obeys.
    const reason = (error as Error).message.replaceAll(/\p{Cc}/gu, ' ');
    return refuse('', `JSON (${reason})`, faults);
  }
}

function checkType(contentType: string, faults: Fault[]): void {
  const [type = ''] = contentType.split(';');
  if (type.trim().toLowerCase() === 'application/json') return;
  refuse('content-type', `application/json, not ${contentType || 'nothing'}`, faults);
}

/**
 * Checks what was served, or is to be. Members besides `gpc` and `lastUpdate` mean nothing there.
 *
 * @param contentType the header as it came, `''` where none did; left out for a file on disk.
 */
export function checkGpcFile(text: string, contentType?: string): GpcFile {
  const faults: Fault[] = [];
  if (contentType !== undefined) checkType(contentType, faults);
  const file = parse(text, faults);
  if (!isObject(file)) {
    if (file !== undefined) refuse('', 'an object', faults);
    return { faults, gpc: null };
  }
  const gpc = flag(file['gpc'], 'gpc', faults) ?? null;
  instant(file['lastUpdate'], 'lastUpdate', faults);
  return { faults, gpc };
}
