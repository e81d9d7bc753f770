// Takes OTLP/HTTP logs as JSON (S-12): reads the body, applies the policy, stores, and says what was refused.
import type { IncomingMessage } from 'node:http';
import { type LogEvent, readLogs } from '../otlp/read.ts';
import { addressOf, leftOf } from '../rules/address.ts';
import { judge, type Verdict } from '../rules/judge.ts';
import type { Rules } from '../rules/policy.ts';
import type { Store, StoredEvent } from '../store.ts';
import { type Encoding, type Room, readBody } from './body.ts';
import { Refusal } from './refusal.ts';

export interface Taking {
  readonly rules: Rules;
  readonly store: Store;
  readonly trustedProxies: number;
  readonly maxBodyBytes: number;
  readonly room: Room;
}

/** What became of the log records of a request. */
export interface Taken {
  readonly accepted: number;
  /** One line for each that was refused: its path, and what was expected there. */
  readonly refused: readonly string[];
  readonly events: readonly LogEvent[];
}

/** Who has more to mend begins with these. */
const MAX_NAMED = 20;

function encodingOf({ headers }: IncomingMessage): Encoding {
  const [mediaType = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  if (mediaType.trim() !== 'application/json') {
    throw new Refusal(415, 'content-type: expected application/json');
  }
  const charset = parameters.map((each) => /^\s*charset\s*=\s*"?([^"]*)"?\s*$/.exec(each)?.[1]);
  if (charset.some((each) => each !== undefined && each !== 'utf-8' && each !== 'utf8')) {
    throw new Refusal(415, 'content-type: expected charset=utf-8');
  }
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity' && encoding !== 'gzip') {
    throw new Refusal(415, 'content-encoding: expected gzip or none', {
      'Accept-Encoding': 'gzip',
    });
  }
  return encoding;
}

/** All refusals in one text, for `partialSuccess` and for a refusal of all. */
export const wordsOf = (refused: readonly string[]): string =>
  refused.length > MAX_NAMED
    ? [...refused.slice(0, MAX_NAMED), `and ${refused.length - MAX_NAMED} more`].join('; ')
    : refused.join('; ');

async function store(verdicts: readonly Verdict[], to: Store): Promise<void> {
  const kept = verdicts.flatMap((verdict): StoredEvent[] =>
    'keep' in verdict ? [verdict.keep] : [],
  );
  if (kept.length > 0) await to.write(kept);
  // After what came with it: whoever is erased has nothing left here.
  for (const verdict of verdicts) if ('eraseUnder' in verdict) await to.erase(verdict.eraseUnder);
}

/** @throws Refusal where nothing of it is taken; what the store throws, where it cannot write. */
export async function takeLogs(request: IncomingMessage, taking: Taking): Promise<Taken> {
  const { rules, trustedProxies, maxBodyBytes, room } = taking;
  const encoding = encodingOf(request);
  // While there is a connection to ask.
  const address = leftOf(addressOf(request, trustedProxies), rules.ip);
  const reading = readLogs(await readBody(request, encoding, maxBodyBytes, room));
  if (!reading.ok) throw new Refusal(400, reading.error);
  const { events } = reading;
  const received = { atMs: Date.now(), address };
  const verdicts = events.map((event) => judge(event, rules, received));
  const refused = verdicts.flatMap((verdict) => ('refuse' in verdict ? [verdict.refuse] : []));
  const accepted = events.length - refused.length;
  // A sender that hears 200 tells its reader that it arrived.
  if (accepted === 0 && refused.length > 0) throw new Refusal(400, wordsOf(refused));
  await store(verdicts, taking.store);
  return { accepted, refused, events };
}
