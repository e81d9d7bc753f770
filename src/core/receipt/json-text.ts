// Reads a text as JSON in which nothing is said twice: a reader who takes the first would read another thing.
import { type Fault, refuse } from '../policy/shape.ts';
import { MAX_DEPTH, MAX_SIZE, TOO_DEEP, TOO_LARGE } from './plain.ts';

/** An object or list that is open where the scan stands. */
interface Open {
  /** Of an object, its members so far; of a list, none. */
  readonly names: Set<string> | null;
  /** The member or entry at hand. */
  at: string | number;
}

const pathOf = (open: readonly Open[]): string =>
  open.reduce(
    (path, { names, at }) => (names ? (path ? `${path}.${at}` : `${at}`) : `${path}[${at}]`),
    '',
  );

/** Where the text that begins here ends. By hand: a pattern would run out of stack on a long one. */
function endOfText(json: string, start: number): number {
  let end = start + 1;
  while (json[end] !== '"') end += json[end] === '\\' ? 2 : 1;
  return end;
}

/** @param json a text that is JSON. */
function checkMembers(json: string, faults: Fault[]): void {
  const open: Open[] = [];
  let isName = false;
  for (let index = 0; index < json.length; index++) {
    const char = json[index];
    const innermost = open.at(-1);
    if (char === '"') {
      const end = endOfText(json, index);
      if (isName && innermost?.names) {
        innermost.at = JSON.parse(json.slice(index, end + 1)) as string;
        if (innermost.names.has(innermost.at)) refuse(pathOf(open), 'a member named once', faults);
        innermost.names.add(innermost.at);
      }
      index = end;
    } else if (char === '{' || char === '[') {
      if (open.length === MAX_DEPTH) return refuse(pathOf(open), TOO_DEEP, faults);
      open.push({ names: char === '{' ? new Set() : null, at: 0 });
      isName = char === '{';
    } else if (char === '}' || char === ']') {
      open.pop();
    } else if (char === ',' && innermost) {
      isName = innermost.names !== null;
      if (!isName) innermost.at = Number(innermost.at) + 1;
    } else if (char === ':') isName = false;
  }
}

/** What a text says as JSON; `undefined`, and why, where it cannot be read in one way only. */
export function readJson(json: string, faults: Fault[]): unknown {
  if (json.length > MAX_SIZE) return refuse('', TOO_LARGE, faults);
  try {
    const value = JSON.parse(json) as unknown;
    checkMembers(json, faults);
    return value;
  } catch (error) {
    return refuse('', `JSON (${(error as Error).message})`, faults);
  }
}
