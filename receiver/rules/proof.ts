// What a proof of a choice may say: ids, times, hashes and answers, and nothing of the visit (L-25, L-26).
import type { LogEvent } from '../otlp/read.ts';
import { isId, isPlain, TEXT_LIMIT } from './values.ts';

const KNOWN: ReadonlySet<string> = new Set([
  's9.record.hash',
  's9.record.previous',
  's9.policy.id',
  's9.policy.version',
  's9.policy.hash',
  's9.text.hash',
  's9.language',
  's9.source',
  's9.input',
  's9.signal.gpc',
  's9.decided_at',
  's9.expires_at',
]);
const ANSWER = /^s9\.(?:purpose|service|collection)\.[\w:.-]{1,100}$/;

/** What was expected of the first attribute that is none of a proof's; `undefined` where all are. */
export function faultInProof({ attributes }: LogEvent): string | undefined {
  if (!isId(attributes['s9.subject.id'])) return 's9.subject.id: expected an id';
  for (const [name, value] of Object.entries(attributes)) {
    if (/^s9\.(?:event|record|subject)\.id$/.test(name)) continue;
    if (ANSWER.test(name)) {
      if (value !== 'granted' && value !== 'denied') return `${name}: expected granted or denied`;
    } else if (!KNOWN.has(name)) {
      return `${name.slice(0, 100)}: expected an attribute of a proof`;
    } else if (!isPlain(value) || String(value).length > TEXT_LIMIT) {
      return `${name}: expected up to ${TEXT_LIMIT} characters`;
    }
  }
  return undefined;
}
