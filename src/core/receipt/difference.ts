// Names each place where a document differs from what it has to be.
import { type Fault, isObject, refuse } from '../policy/shape.ts';

const MAX_SHOWN = 200;

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, MAX_SHOWN);

/** Follows what is expected, and is so no deeper than that. */
export function checkSame(actual: unknown, expected: unknown, path: string, faults: Fault[]): void {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (actual.length !== expected.length) refuse(path, `${expected.length} entries`, faults);
    for (const [index, item] of expected.entries()) {
      if (index < actual.length) {
        checkSame(actual[index], item, `${path}[${index}]`, faults);
      }
    }
  } else if (isObject(expected) && isObject(actual)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    for (const key of keys) {
      const at = path ? `${path}.${key}` : key;
      if (!Object.hasOwn(expected, key)) refuse(at, 'no such member', faults);
      else if (!Object.hasOwn(actual, key)) refuse(at, shown(expected[key]), faults);
      else checkSame(actual[key], expected[key], at, faults);
    }
  } else if (actual !== expected) refuse(path, shown(expected), faults);
}
