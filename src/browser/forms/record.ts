// Records what a person agrees to in a form, or takes back, and tells the page of it.
import type { FormsHost, Tick } from '../../core/ask/forms.ts';
import {
  type Answer,
  type ConsentRecord,
  type InputMeans,
  unasked,
} from '../../core/choice/choice.ts';
import { keyOf } from '../../core/choice/collections.ts';
import type { AskedTerms } from '../../core/policy/terms.ts';

/** Resolves to the record's id once it is kept; rejects where it cannot be: then nothing has changed. */
async function keep({ keeper, ports }: FormsHost, answer: Answer & { collection: string }) {
  const kept = await keeper.keep(answer);
  const { recordId, decidedAt, expiresAt, source } = kept.at(-1) as ConsentRecord;
  const granted = source === 'collection';
  ports.tabs.tell();
  ports.announce('collection', { id: answer.collection, granted, recordId, decidedAt, expiresAt });
  return recordId;
}

/** A collection stands among the purposes of its record, and alone. */
const about = (collection: string, granted: boolean) => ({
  purposes: { [keyOf(collection)]: granted },
  services: {},
});

/** Resolves to the record's id once it is kept; rejects where it cannot be: then nobody has agreed. */
export const recordTick = (
  host: FormsHost,
  collection: string,
  asked: AskedTerms,
  tick: Tick,
): Promise<string> =>
  keep(host, { ...about(collection, true), source: 'collection', ...tick, collection, asked });

/** In the terms that were asked then, whatever the policy says today. Resolves to whether anybody has agreed, ever. */
export async function takeBack(
  host: FormsHost,
  collection: string,
  input: InputMeans,
): Promise<boolean> {
  const { history, origin } = host.ports;
  // Another tab can have a newer one.
  await history.read();
  const known = history.known as readonly (ConsentRecord | null)[];
  const at = known.map((entry) => entry?.collection).lastIndexOf(collection);
  const newest = known[at];
  if (newest?.source !== 'collection' || newest.origin !== origin) return !!newest;
  const { asked } = newest;
  const answer = unasked(about(collection, false), 'withdraw');
  await keep(host, { ...answer, input, collection, asked });
  return true;
}
