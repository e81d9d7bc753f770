// Each message that was sent, newest first: what it said, to whom, and the bytes themselves.
import type { Exported, LedgerEntry } from '../core/rights.ts';
import type { DataTexts } from '../locales/en.ts';
import { fill, instant } from './speech.ts';

/** So many are drawn; the download has all of them. */
const MAX_SHOWN = 50;

interface MessagesProps {
  readonly kept: Exported;
  readonly lang: string;
  readonly words: DataTexts;
}

interface LogRecord {
  readonly eventName?: string;
  readonly attributes?: readonly { readonly key: string; readonly value: object }[];
}

/** What an OTLP body says (S-12); nothing where it is no such body. */
function logRecordsIn(body: string): readonly LogRecord[] {
  try {
    return JSON.parse(body).resourceLogs[0].scopeLogs[0].logRecords as LogRecord[];
  } catch {
    return [];
  }
}

const nameOf = (name: string, { events }: DataTexts): string =>
  Object.hasOwn(events, name) ? events[name as keyof typeof events] : name;

const hostOf = (to: string): string => new URL(to, document.baseURI).host;

const Message = ({
  entry: { sentAt, to, body },
  lang,
  words,
}: { entry: LedgerEntry } & Omit<MessagesProps, 'kept'>) => {
  const said = logRecordsIn(body);
  return (
    <>
      <p>
        <b>{said.map(({ eventName = '' }) => nameOf(eventName, words)).join(', ')}</b>
        <time dateTime={new Date(sentAt).toISOString()}>{instant(sentAt, lang)}</time>
      </p>
      <p>{fill(words.to, { host: hostOf(to) })}</p>
      <details>
        <summary>{words.whole}</summary>
        <dl>
          {said
            .flatMap(({ attributes = [] }) => attributes)
            .map(({ key, value }) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd>{Object.values(value).join()}</dd>
              </div>
            ))}
        </dl>
        <pre tabIndex={0}>{body}</pre>
      </details>
    </>
  );
};

export function Messages({ kept: { ledger, queue }, ...props }: MessagesProps) {
  const { words } = props;
  const shown = ledger.slice(-MAX_SHOWN);
  const counts = { count: String(shown.length), all: String(ledger.length) };
  return (
    <>
      {queue[0] && <p>{fill(words.waiting, { count: String(queue.length) })}</p>}
      {shown.length < ledger.length && <p>{fill(words.older, counts)}</p>}
      {shown[0] ? (
        <ol class="entries" reversed>
          {[...shown].reverse().map((entry, index) => (
            <li key={index}>
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
