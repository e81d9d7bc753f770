// Answers or messages, newest first: each in sentences, and all that it holds behind a disclosure.
import type { Entry } from '../model/account.ts';

interface Props {
  readonly title: string;
  readonly entries: readonly Entry[];
  /** What is said where there are none. */
  readonly none: string;
}

const clock = new Intl.DateTimeFormat('en', { timeStyle: 'medium' });

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

const Line = ({ atMs, title, says, facts, body }: Entry) => (
  <li>
    <p class="entry-head">
      <b>{title}</b>
      <time dateTime={new Date(atMs).toISOString()}>{clock.format(atMs)}</time>
    </p>
    {says.map((each) => (
      <p key={each}>{each}</p>
    ))}
    {facts.length > 0 && (
      <details>
        <summary>{body === undefined ? 'How it is found again' : 'All that it says'}</summary>
        <dl class="pairs">
          {facts.map(([name, value], index) => (
            <div key={index}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {body !== undefined && (
          <details>
            <summary>Byte for byte</summary>
            {/* Scrolls, so the keyboard has to come to it. */}
            <pre tabIndex={0} role="region" aria-label={`${title}, byte for byte`}>
              {pretty(body)}
            </pre>
          </details>
        )}
      </details>
    )}
  </li>
);

export function AccountList({ title, entries, none }: Props) {
  const id = `account-${title.toLowerCase()}`;
  return (
    <section aria-labelledby={id} data-account={title.toLowerCase()}>
      <h2 id={id}>{title}</h2>
      {entries.length > 0 ? (
        <ol class="entries">
          {entries.map((entry, index) => (
            <Line key={`${entry.atMs} ${entries.length - index}`} {...entry} />
          ))}
        </ol>
      ) : (
        <p class="quiet">{none}</p>
      )}
    </section>
  );
}
