// Copies what may be anything into plain data, no deeper and no larger than a receipt can be.
import { type Fault, refuse } from '../policy/shape.ts';

/** Levels, the outermost included; a receipt has 9. */
export const MAX_DEPTH = 32;
/** Characters of texts and names, and one for each value. */
export const MAX_SIZE = 5_000_000;

export const TOO_DEEP = `at most ${MAX_DEPTH} levels`;
export const TOO_LARGE = 'at most 5 MB';

interface Copying {
  left: number;
  readonly faults: Fault[];
}

function membersOf(value: object, path: string, depth: number, copying: Copying) {
  const members: [string, unknown][] = [];
  for (const key of Object.keys(value)) {
    copying.left -= key.length;
    const item: unknown = (value as Record<string, unknown>)[key];
    // JSON has no such member, and a signature is made over JSON.
    if (item === undefined) continue;
    members.push([key, copyOf(item, path ? `${path}.${key}` : key, depth, copying)]);
    if (copying.faults.length > 0) break;
  }
  // A `__proto__` is a member like any other (F-41).
  return Object.fromEntries(members);
}

function entriesOf(value: readonly unknown[], path: string, depth: number, copying: Copying) {
  const copy: unknown[] = [];
  for (let index = 0; index < value.length && copying.faults.length === 0; index++) {
    copy.push(copyOf(value[index], `${path}[${index}]`, depth, copying));
  }
  return copy;
}

function copyOf(value: unknown, path: string, depth: number, copying: Copying): unknown {
  const { faults } = copying;
  copying.left -= typeof value === 'string' ? value.length + 1 : 1;
  if (copying.left < 0) return refuse(path, TOO_LARGE, faults);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : refuse(path, 'a number that JSON has', faults);
  }
  if (typeof value !== 'object') return refuse(path, 'what JSON has', faults);
  if (depth === MAX_DEPTH) return refuse(path, TOO_DEEP, faults);
  return Array.isArray(value)
    ? entriesOf(value, path, depth + 1, copying)
    : membersOf(value, path, depth + 1, copying);
}

/**
 * A copy that nobody changes meanwhile; `undefined`, and the first thing wrong with it, where it is not
 * plain data or goes beyond the limits. Never throws.
 */
export function plainCopy(value: unknown, faults: Fault[]): unknown {
  const copying = { left: MAX_SIZE, faults: [] as Fault[] };
  try {
    const copy = copyOf(value, '', 0, copying);
    faults.push(...copying.faults);
    return copying.faults.length > 0 ? undefined : copy;
  } catch {
    // A proxy, or a member that throws when it is read.
    return refuse('', 'plain data, as parsed from JSON', faults);
  }
}
