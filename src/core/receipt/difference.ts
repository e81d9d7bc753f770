// Names each place where a document differs from what it has to be.
import { type Fault, isObject, refuse } from '../shape.ts';

const MAX_SHOWN = 200;

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, MAX_SHOWN);

/** @param ignored members that are left out of the comparison, at any depth. */
export function checkSame(
  actual: unknown,
  expected: unknown,
  ignored: ReadonlySet<string>,
  path: string,
  faults: Fault[],
): void {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (actual.length !== expected.length) refuse(path, `${expected.length} entries`, faults);
    for (const [index, item] of expected.entries()) {
      if (index < actual.length) {
        checkSame(actual[index], item, ignored, `${path}[${index}]`, faults);
      }
    }
  } else if (isObject(expected) && isObject(actual)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    for (const key of keys) {
      if (ignored.has(key)) continue;
      const at = path ? `${path}.${key}` : key;
      if (!Object.hasOwn(expected, key)) refuse(at, 'no such member', faults);
      else if (!Object.hasOwn(actual, key)) refuse(at, shown(expected[key]), faults);
      else checkSame(actual[key], expected[key], ignored, at, faults);
    }
  } else if (actual !== expected) refuse(path, shown(expected), faults);
}
