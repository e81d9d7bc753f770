// The bench for what leaves: a page with the notice, and beside it what is kept, what was told, what was fetched.
import { useEffect, useRef, useState } from 'preact/hooks';
import { readDatabase } from '../../site/panel/record-database.ts';
import { consentIn, show } from '../live/frame.ts';
import { clear, nameIn, RECEIVER } from '../live/ground.ts';
import { fetchedIn } from '../live/play.ts';
import { type Account, accountOf } from '../model/account.ts';
import { ARTICLE } from '../model/article.ts';
import { settingsInForce } from '../model/design.ts';
import { pageOf } from '../model/page.ts';
import { AccountList } from './AccountList.tsx';
import { FrameWindow } from './FrameWindow.tsx';
import { ReceiptMaker } from './ReceiptMaker.tsx';
import type { InHand } from './use-design.ts';
import { useScale } from './use-scale.ts';
import { useTold } from './use-told.ts';

const STORE = 'leaves';
const SIZE = { width: 900, height: 640 };
const LOOK_MS = 500;

interface Seen {
  readonly account: Account;
  /** Names of built files. */
  readonly fetched: readonly string[];
}

/** Looks at what stands in the frame's own storage, without a word to the widget: asking it would fetch a file. */
function useSeen(frame: { readonly current: HTMLIFrameElement | null }, { design }: InHand): Seen {
  const { policy } = settingsInForce(design.settings).settings;
  const [seen, setSeen] = useState<Seen>({ account: accountOf(undefined, policy), fetched: [] });
  useEffect(() => {
    let before = '';
    const look = async () => {
      const stored = await readDatabase(nameIn(STORE, 's9-consent')).catch(() => undefined);
      const account = accountOf(stored?.['keyval'], policy);
      const next = { account, fetched: frame.current ? fetchedIn(frame.current) : [] };
      const written = JSON.stringify(next);
      if (written !== before) setSeen(next);
      before = written;
    };
    const looking = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(looking);
  }, [JSON.stringify(policy)]);
  return seen;
}

function Fetched({ names }: { readonly names: readonly string[] }) {
  const weights = useTold<number>('/__studio/files.json');
  const holds = useTold<string>('/__studio/holds.json');
  const all = names.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
  return (
    <section aria-labelledby="account-fetched" data-account="fetched">
      <h2 id="account-fetched">Fetched for it</h2>
      <p class="quiet">
        {names.length} files of the widget from your own site, {(all / 1000).toFixed(1)} kB.
      </p>
      <ul class="entries">
        {names.map((name) => (
          <li key={name}>
            <p class="entry-head">
              <code>{name}</code>
              <span class="quiet">{((weights[name] ?? 0) / 1000).toFixed(1)} kB</span>
            </p>
            <p class="quiet">{holds[name]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The account itself: messages and answers in sentences, the receipt, the files. */
function AccountOf({
  seen,
  makeReceipt,
}: {
  readonly seen: Seen;
  makeReceipt(): Promise<object | null>;
}) {
  const { account, fetched } = seen;
  return (
    <>
      <AccountList
        title="Messages"
        entries={account.messages}
        none="None. Before a yes there is none but the proof of an answer."
      />
      <AccountList
        title="Answers"
        entries={account.answers}
        none="None. Before an answer nothing is kept in the browser."
      />
      <ReceiptMaker answers={account.answers.length} make={makeReceipt} />
      <Fetched names={fetched} />
    </>
  );
}

export function LeavesBench({ hand }: { readonly hand: InHand }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [round, setRound] = useState(0);
  const { room, scale } = useScale(SIZE);
  const seen = useSeen(frame, hand);
  const { design } = hand;
  const begin = () =>
    frame.current &&
    show(frame.current, () => pageOf(design, { body: ARTICLE, receiver: RECEIVER }), {
      store: STORE,
      hasReceiver: true,
    });
  const makeReceipt = async () =>
    frame.current ? ((await consentIn(frame.current)?.receipt()) ?? null) : null;
  useEffect(() => void clear(STORE).then(begin), [design, round]);
  return (
    <div class="bench">
      <div class="controls account">
        <section aria-labelledby="account-short">
          <h2 id="account-short">In short</h2>
          <p role="status" data-in-short>
            {seen.account.inShort}
          </p>
          <div class="row">
            <button type="button" class="button" onClick={() => setRound(round + 1)}>
              As a new visitor
            </button>
            <button type="button" class="button" onClick={() => begin()}>
              Open the page again
            </button>
          </div>
        </section>
        <AccountOf seen={seen} makeReceipt={makeReceipt} />
      </div>
      <section class="stage" aria-label="A page of yours, live">
        <p class="quiet">
          The widget itself, with a receiver within the frame: press what you like, nothing of it
          reaches a server.
        </p>
        <div class="room" ref={room}>
          <FrameWindow isLive title="A page of yours" size={SIZE} {...{ frame, scale }} />
        </div>
      </section>
    </div>
  );
}
