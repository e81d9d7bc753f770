// Applies the policy to each log record before anything is stored: keep it, obey it, or refuse it and say why.
import { namedPage } from '../../src/core/telemetry/path.ts';
import type { LogEvent } from '../otlp/read.ts';
import type { AttributeValue, KeptName, StoredEvent } from '../store.ts';
import { ADDRESS, CUSTOM_NAME, needOf } from './needs.ts';
import type { Rules } from './policy.ts';
import { faultInProof } from './proof.ts';
import { faultOf, isId, isPlain } from './values.ts';

export type Verdict =
  | { readonly keep: StoredEvent }
  | { readonly eraseUnder: string }
  /** Path, what was expected there. */
  | { readonly refuse: string };

/** What the receiver knows of a request besides its body. */
export interface Received {
  readonly atMs: number;
  /** As the policy leaves it. */
  readonly address: string | undefined;
}

const NAMES: readonly string[] = [
  's9.page_view',
  's9.page_leave',
  's9.custom',
  's9.choice',
  's9.erase',
];

const DAY_MS = 86_400_000;
/** Clocks of devices may be wrong by that: more, and no choice of theirs counts either (F-30). */
const AHEAD_MS = DAY_MS;
/** Telemetry waits a day at most before it is sent. */
const BEHIND_MS = 8 * DAY_MS;
const ATTRIBUTES_LIMIT = 64;
/** Attributes that name the event, and are kept in members of their own. */
const NAMING: readonly string[] = ['s9.event.id', 's9.record.id', 's9.subject.id'];

function timeFault({ timeMs, name }: LogEvent, rules: Rules, atMs: number): string | undefined {
  const isProof = name === 's9.choice';
  const oldestMs = isProof ? rules.expiryAt(atMs).proofsBeforeMs : atMs - BEHIND_MS;
  if (timeMs > atMs + AHEAD_MS) return 'a time at most a day ahead of the receiver’s clock';
  if (timeMs >= Math.max(oldestMs, 1)) return undefined;
  return isProof
    ? 'a time within the retention of the policy'
    : `a time of the last ${BEHIND_MS / DAY_MS} days`;
}

function attributeFault({ attributes, name }: LogEvent, rules: Rules): string | undefined {
  if (name === 's9.page_leave' && attributes['s9.visible_seconds'] === undefined) {
    return 's9.visible_seconds: expected to be given';
  }
  if (name === 's9.custom' && attributes[CUSTOM_NAME] === undefined) {
    return `${CUSTOM_NAME}: expected to be given`;
  }
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute === 's9.event.id' || attribute === 's9.record.id') continue;
    const shown = attribute.slice(0, 100);
    const isAstray = attribute.startsWith('s9.custom.') && name !== 's9.custom';
    const refusal = isAstray ? 'no attribute of s9.custom' : rules.refusalOf(attribute);
    if (refusal) return `${shown}: expected ${refusal}`;
    if (!isPlain(value)) return `${shown}: expected one finite value`;
    const need = needOf(attribute);
    const fault = need && faultOf(need.kind, value, rules.paths);
    if (fault) return `${shown}: expected ${fault}`;
  }
  return undefined;
}

function faultIn(event: LogEvent, rules: Rules, atMs: number): string | undefined {
  const { name, attributes } = event;
  if (!NAMES.includes(name)) return `eventName: expected one of ${NAMES.join(', ')}`;
  if (Object.keys(attributes).length > ATTRIBUTES_LIMIT) {
    return `attributes: expected up to ${ATTRIBUTES_LIMIT}`;
  }
  for (const id of ['s9.event.id', 's9.record.id']) {
    if (!isId(attributes[id]))
      return `attributes.${id}: expected an id of 1 to 128 plain characters`;
  }
  if (name === 's9.erase') return undefined;
  const time = timeFault(event, rules, atMs);
  if (time) return `timeUnixNano: expected ${time}`;
  const fault = name === 's9.choice' ? faultInProof(event) : attributeFault(event, rules);
  return fault && `attributes.${fault}`;
}

/** As the page tells it: a sender that leaves out what the policy asks of it tells no more for that. */
function masked(path: AttributeValue, { patterns }: Rules['paths']): string {
  const [page = '', ...rest] = String(path).split('?');
  return [namedPage(page, patterns), ...rest].join('?');
}

/** A record by itself: what is wrong with it touches no other. */
export function judge(event: LogEvent, rules: Rules, { atMs, address }: Received): Verdict {
  const fault = faultIn(event, rules, atMs);
  if (fault) return { refuse: `${event.path}.${fault}` };
  const recordId = event.attributes['s9.record.id'] as string;
  if (event.name === 's9.erase') return { eraseUnder: recordId };
  const isProof = event.name === 's9.choice';
  const attributes = (Object.entries(event.attributes) as [string, AttributeValue][])
    .filter(([name]) => !NAMING.includes(name))
    .map(([name, value]): [string, AttributeValue] =>
      name === 'url.path' ? [name, masked(value, rules.paths)] : [name, value],
    );
  if (!isProof && address !== undefined) attributes.push([ADDRESS, address]);
  return {
    keep: {
      id: event.id as string,
      name: event.name as KeptName,
      occurredAtMs: event.timeMs,
      receivedAtMs: atMs,
      recordId,
      ...(isProof && { subject: event.attributes['s9.subject.id'] as string }),
      attributes: Object.fromEntries(attributes),
    },
  };
}
