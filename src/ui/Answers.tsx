// Each answer that is kept, newest first, in words; what cannot be read is said to be there.
import type { ConsentRecord } from '../core/choice.ts';
import type { FoldedRecords } from '../core/fold.ts';
import type { Policy } from '../core/policy.ts';
import type { DataTexts } from '../locales/en.ts';
import { fill, instant, names } from './speech.ts';

interface AnswersProps {
  readonly records: readonly unknown[];
  readonly policy: Policy;
  readonly lang: string;
  readonly words: DataTexts;
}

type Entry = Partial<ConsentRecord & FoldedRecords> | null;

/** Names of what a record grants besides what is always on; an id that no policy names stands for itself. */
function grantedNames({ purposes, services }: Partial<ConsentRecord>, policy: Policy): string[] {
  const named = policy.purposes.flatMap((purpose) => [
    { id: `purposes ${purpose.id}`, name: purpose.name, isAsked: purpose.basis === 'consent' },
    ...purpose.services.map(({ id, name }) => ({ id: `services ${id}`, name, isAsked: true })),
  ]);
  return Object.entries({ purposes, services }).flatMap(([kind, grants]) =>
    Object.entries(grants ?? {}).flatMap(([id, isGranted]) => {
      const found = named.find((each) => each.id === `${kind} ${id}`);
      return isGranted && found?.isAsked !== false ? [found?.name ?? id] : [];
    }),
  );
}

function Folded({ entry, lang, words }: { entry: FoldedRecords } & Omit<AnswersProps, 'records'>) {
  const { folded, from, until } = entry;
  const slots = { count: String(folded), from: instant(from, lang), until: instant(until, lang) };
  return <p>{fill(words.folded, slots)}</p>;
}

function Answer({ entry, policy, lang, words }: { entry: ConsentRecord } & AnswersProps) {
  const { decidedAt, expiresAt, recordId, source } = entry;
  const granted = grantedNames(entry, policy);
  return (
    <>
      <p>
        <b>{words.sources[source]}</b>
        <time dateTime={new Date(decidedAt).toISOString()}>{instant(decidedAt, lang)}</time>
      </p>
      <p>{granted[0] ? fill(words.granted, { names: names(granted, lang) }) : words.nothing}</p>
      {expiresAt > 0 && <p>{fill(words.until, { time: instant(expiresAt, lang) })}</p>}
      <p class="number">{fill(words.number, { id: recordId })}</p>
    </>
  );
}

const isAnswer = (entry: Entry, words: DataTexts): entry is ConsentRecord =>
  Number.isInteger(entry?.decidedAt) &&
  Number.isInteger(entry?.expiresAt) &&
  Object.hasOwn(words.sources, String(entry?.source));

const isFolded = (entry: Entry): entry is FoldedRecords =>
  [entry?.folded, entry?.from, entry?.until].every(Number.isInteger);

export const Answers = (props: AnswersProps) => (
  <ol class="entries" reversed>
    {[...(props.records as readonly Entry[])].reverse().map((entry, index) => (
      <li key={index}>
        {isAnswer(entry, props.words) ? (
          <Answer {...props} entry={entry} />
        ) : isFolded(entry) ? (
          <Folded {...props} entry={entry} />
        ) : (
          <p>{props.words.unknown}</p>
        )}
      </li>
    ))}
  </ol>
);
