// One thing that must not be, in the words of whoever has to mend it.
import { parse } from '../facts/address.ts';
import { type Fact, isStored } from '../facts/fact.ts';
import { WORDS } from '../facts/words.ts';
import type { Phase } from './phase.ts';

/** One thing that left the page, or stayed in the browser, without leave. */
export interface Leak {
  /**
   * Such as `image`, `beacon`, `hint`, `cookie`, `localStorage`; `missing` for a host never spoken to, `undeclared`
   * for a held frame whose host no service names, `template` for an address live in a held template.
   */
  readonly kind: Fact['kind'] | 'missing';
  /** One sentence. */
  readonly what: string;
  /** Whole address; of a cookie or store, whom it belongs to. */
  readonly url: string;
  readonly host: string;
  /** Element, script and line, frame or worker, as far as the browser tells. */
  readonly by: string | null;
  /** `before the choice`, `after reject`, … */
  readonly when: string;
  /** What to do about it. */
  readonly advice: string;
}

/** Advice that holds whatever is granted. */
const MARKUP: ReadonlySet<string> = new Set(['template', 'undeclared']);

const declareIt = (fact: Fact, host: string): string =>
  isStored(fact)
    ? "declare it in the purpose's cookies or storage"
    : `name ${host} in the hosts of the service it belongs to, or hold it`;

export function leakOf(fact: Fact, { name: when, isSilent }: Phase): Leak {
  const host = parse(fact.url)?.host || fact.url || 'nobody named';
  const { what, advice } = WORDS[fact.kind];
  const name = isStored(fact) ? fact.name : '';
  return {
    kind: fact.kind,
    // By functions: a dollar sign in a replacement that is text has a meaning of its own.
    what: what.replace('{host}', () => host).replace('{name}', () => name),
    url: fact.url,
    host,
    by: fact.by ?? null,
    when,
    advice:
      isSilent || MARKUP.has(fact.kind)
        ? advice
        : `nothing granted declares it: ${declareIt(fact, host)}`,
  };
}
