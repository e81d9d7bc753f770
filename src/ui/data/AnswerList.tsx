// Each answer that is kept, newest first, in words; what cannot be read is said to be there.
import { keyOf } from '../../core/choice/collections.ts';
import type { FoldedRecords } from '../../core/choice/fold.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { type ReadableAnswer, readAnswer } from '../../core/rights/readable.ts';
import type { DataWords } from '../../locales/locale.ts';
import type { Says } from '../grammar.ts';
import { fill, instant } from '../speech.ts';
import { nameOf } from './CollectionList.tsx';

interface AnswerListProps {
  readonly records: readonly unknown[];
  readonly policy: Policy;
  readonly lang: string;
  readonly says: Says;
  readonly words: DataWords;
}

/** The collection that a record is about, where it is of a form. */
const collectionIn = ({ purposes }: ReadableAnswer): string | undefined =>
  Object.keys(purposes)
    .find((id) => id.startsWith(keyOf('')))
    ?.slice(keyOf('').length);

/** Names of what a record grants besides what is always on; an id that no policy names stands for itself. */
function grantedNames({ purposes, services }: ReadableAnswer, policy: Policy): string[] {
  const named = policy.purposes.flatMap((purpose) => [
    { id: `purposes ${purpose.id}`, name: purpose.name, isAsked: purpose.basis === 'consent' },
    ...purpose.services.map(({ id, name }) => ({ id: `services ${id}`, name, isAsked: true })),
  ]);
  return Object.entries({ purposes, services }).flatMap(([kind, grants]) =>
    Object.entries(grants).flatMap(([id, isGranted]) => {
      const found = named.find((each) => each.id === `${kind} ${id}`);
      return isGranted === true && found?.isAsked !== false ? [found?.name ?? id] : [];
    }),
  );
}

function Folded({
  entry,
  lang,
  words,
}: { entry: FoldedRecords } & Omit<AnswerListProps, 'records'>) {
  const { folded, from, until } = entry;
  const slots = { count: String(folded), from: instant(from, lang), until: instant(until, lang) };
  return <p>{fill(words.folded, slots)}</p>;
}

function Answer({ entry, policy, lang, says, words }: { entry: ReadableAnswer } & AnswerListProps) {
  const { decidedAt, expiresAt, recordId, source } = entry;
  const granted = grantedNames(entry, policy);
  const inForm = collectionIn(entry);
  return (
    <>
      <p>
        <b>
          {inForm === undefined
            ? words.sources[source]
            : `${words.sources[source]}: ${nameOf(policy, inForm)}`}
        </b>
        <time dateTime={new Date(decidedAt).toISOString()}>{instant(decidedAt, lang)}</time>
      </p>
      {inForm === undefined && (
        <p>{granted[0] ? fill(words.granted, { names: says.names(granted) }) : words.nothing}</p>
      )}
      {expiresAt > 0 && <p>{fill(words.until, { time: instant(expiresAt, lang) })}</p>}
      <p class="number">{fill(words.number, { id: recordId })}</p>
    </>
  );
}

function Entry({ entry, ...props }: { entry: unknown } & AnswerListProps) {
  const answer = readAnswer(entry);
  if (answer && 'folded' in answer) return <Folded {...props} entry={answer} />;
  return answer && Object.hasOwn(props.words.sources, answer.source) ? (
    <Answer {...props} entry={answer} />
  ) : (
    <p>{props.words.unknown}</p>
  );
}

export const AnswerList = (props: AnswerListProps) => (
  <ol class="entries" reversed>
    {[...props.records].reverse().map((entry, index) => (
      <li key={index}>
        <Entry {...props} entry={entry} />
      </li>
    ))}
  </ol>
);
