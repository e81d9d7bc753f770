// What is kept in a browser and what has left it, in sentences: for people who read no database.
import { type Message, readAnswer, readMessage } from '../../../src/core/rights/readable.ts';
import type { Policy } from '../../../src/index.ts';

/** One answer, or one message. */
export interface Entry {
  readonly atMs: number;
  readonly title: string;
  readonly says: readonly string[];
  /** What it holds, each by its name. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Byte for byte; of a message alone. */
  readonly body?: string;
}

export interface Account {
  /** All of it in one sentence. */
  readonly inShort: string;
  /** Newest first, as are the messages. */
  readonly answers: readonly Entry[];
  readonly messages: readonly Entry[];
}

const ANSWERED: Readonly<Record<string, string>> = {
  'accept-all': 'Accepted all',
  'reject-all': 'Rejected all',
  custom: 'Chose one by one',
  withdraw: 'Took everything back',
  site: 'Answered with a control of the page',
  signal: 'The browser’s opt-out signal was honoured',
  expired: 'The answer ran out',
  collection: 'Agreed in a form',
};

const TOLD: Readonly<Record<string, string>> = {
  's9.page_view': 'A page was opened',
  's9.page_leave': 'A page was left',
  's9.custom': 'An event of your own',
  's9.choice': 'Proof of an answer',
  's9.erase': 'A request to erase',
};

const BECAME: Readonly<Record<string, string>> = {
  leaving: 'On its way.',
  sent: 'Your receiver took it.',
  refused: 'Your receiver turned it away.',
  unanswered: 'Your receiver has not answered.',
  dropped: 'Stopped by a no: it never left.',
};

/** Attributes that say themselves; of any other its own name stands. */
const CALLED: Readonly<Record<string, string>> = {
  'url.domain': 'Site',
  'url.path': 'Page',
  'user_agent.name': 'Browser',
  'user_agent.version': 'Its version',
  'user_agent.os.name': 'System',
  'user_agent.os.version': 'Its version',
  'browser.language': 'Language',
  's9.referrer.domain': 'Came from',
  's9.visible_seconds': 'Seconds in sight',
  's9.engaged_seconds': 'Seconds in use',
  'user_agent.synthetic.type': 'Not a person, but',
  's9.event.id': 'Number of the message',
  's9.record.id': 'Number of the answer',
};

const listed = new Intl.ListFormat('en');
const dated = new Intl.DateTimeFormat('en', { dateStyle: 'long' });

/** What is granted of what is asked for, by name. */
function namesOf(policy: Policy, grants: Readonly<Record<string, unknown>>): string[] {
  return policy.purposes
    .filter(({ id, basis }) => basis === 'consent' && grants[id] === true)
    .map(({ name }) => name);
}

function answerOf(value: unknown, policy: Policy): Entry[] {
  const read = readAnswer(value);
  if (!read) return [];
  if ('folded' in read) {
    const title = `${read.folded} earlier answers, folded into one line`;
    return [{ atMs: read.until, title, says: [], facts: [] }];
  }
  const { decidedAt, expiresAt, recordId, source, purposes } = read;
  const yes = namesOf(policy, purposes);
  const isOfForm = source === 'collection';
  const said = yes[0] ? `Yes to: ${listed.format(yes)}.` : 'Yes to nothing but what is always on.';
  return [
    {
      atMs: decidedAt,
      title: ANSWERED[source] ?? source,
      says: [
        ...(isOfForm ? [] : [said]),
        ...(expiresAt > 0 ? [`Counts until ${dated.format(expiresAt)}.`] : []),
      ],
      facts: [['Number of the answer', recordId]],
    },
  ];
}

const isMessage = (message: Message | null): message is Message => message !== null;

const messageOf = ({ sentAt, outcome, said, body }: Message): Entry => ({
  atMs: sentAt,
  title: listed.format(said.map(({ name }) => TOLD[name] ?? name)) || 'A message',
  says: [BECAME[outcome ?? 'sent'] ?? ''],
  facts: said.flatMap(({ attributes }) =>
    attributes.map(([name, value]) => [CALLED[name] ?? name, value] as const),
  ),
  body,
});

const counted = (count: number, one: string, more: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${more}`;

function inShort(answers: number, sent: number): string {
  if (answers + sent === 0) return 'Nothing is kept, and nothing has left this page.';
  const kept = `${counted(answers, 'answer is', 'answers are')} kept in this browser`;
  return `${kept}; ${sent ? counted(sent, 'message has', 'messages have') : 'nothing has'} left this page.`;
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** @param stored what stands in the widget's database, by its key; nothing where there is none. */
export function accountOf(
  stored: Readonly<Record<string, unknown>> | undefined,
  policy: Policy,
): Account {
  const answers = listIn(stored?.['history']).flatMap((value) => answerOf(value, policy));
  const messages = listIn(stored?.['ledger']).map(readMessage).filter(isMessage);
  const left = messages.filter(({ outcome }) => outcome !== 'dropped');
  return {
    inShort: inShort(answers.length, left.length),
    answers: answers.toReversed(),
    messages: messages.map(messageOf).toReversed(),
  };
}
