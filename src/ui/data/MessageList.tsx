// Each message that was sent, newest first: what it said, to whom, and the bytes themselves.
import type { TargetedEvent } from 'preact';
import { normalHost } from '../../core/gate/hosts.ts';
import { own } from '../../core/own.ts';
import type { Exported } from '../../core/rights/exported.ts';
import { readMessage } from '../../core/rights/readable.ts';
import type { DataWords } from '../../locales/locale.ts';
import type { Says } from '../grammar.ts';
import { fill, instant } from '../speech.ts';

/** So many are drawn; the download has all of them. */
const MAX_SHOWN = 50;

interface MessageListProps {
  readonly kept: Exported;
  readonly lang: string;
  readonly says: Says;
  readonly words: DataWords;
}

const nameOf = (name: string, { events }: DataWords): string =>
  Object.hasOwn(events, name) ? events[name as keyof typeof events] : name;

function Message({
  entry,
  lang,
  says,
  words,
}: { entry: unknown } & Omit<MessageListProps, 'kept'>) {
  const message = readMessage(entry);
  const host = message && normalHost(message.to, own(document).baseURI);
  const became = message?.outcome ?? 'noted';
  if (!host || !Object.hasOwn(words.outcomes, became)) return <p>{words.unknown}</p>;
  const { sentAt, body, said } = message;
  return (
    <>
      <p>
        <b>{says.listed(said.map(({ name }) => nameOf(name, words)))}</b>
        <time dateTime={new Date(sentAt).toISOString()}>{instant(sentAt, lang)}</time>
      </p>
      <p>{fill(words.to, { host, outcome: words.outcomes[became] })}</p>
      <details>
        <summary>{words.whole}</summary>
        <dl>
          {said
            .flatMap(({ attributes }) => attributes)
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        <pre tabIndex={0}>{body}</pre>
      </details>
    </>
  );
}

/** Kinds of events that an entry tells. */
const kindsOf = (entry: unknown): readonly string[] =>
  (readMessage(entry)?.said ?? []).map(({ name }) => name);

/** Hides what is of another kind than the one chosen. */
function showKind({ currentTarget }: TargetedEvent<HTMLSelectElement>): void {
  const { value, parentElement } = currentTarget;
  for (const entry of parentElement?.nextElementSibling?.children ?? []) {
    const kinds = entry.getAttribute('data-kinds')?.split(' ');
    entry.toggleAttribute('hidden', value !== '' && !kinds?.includes(value));
  }
}

function KindChoice({ kinds, words }: { kinds: readonly string[]; words: DataWords }) {
  return (
    <label class="kinds">
      {words.kind}
      <select part="kind" onChange={showKind}>
        <option value="">{words.kinds}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {nameOf(kind, words)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function MessageList({ kept: { ledger, queue }, ...props }: MessageListProps) {
  const { words } = props;
  const shown = ledger.slice(-MAX_SHOWN);
  const kinds = [...new Set(shown.flatMap(kindsOf))];
  const counts = { count: String(shown.length), all: String(ledger.length) };
  return (
    <>
      {queue[0] && <p>{fill(words.waiting, { count: String(queue.length) })}</p>}
      {shown.length < ledger.length && <p>{fill(words.older, counts)}</p>}
      {kinds[1] && <KindChoice kinds={kinds} words={words} />}
      {shown.length > 0 ? (
        <ol class="entries" reversed>
          {[...shown].reverse().map((entry, index) => (
            <li key={index} data-kinds={kindsOf(entry).join(' ')}>
              <Message {...props} entry={entry} />
            </li>
          ))}
        </ol>
      ) : (
        <p>{words.quiet}</p>
      )}
    </>
  );
}
