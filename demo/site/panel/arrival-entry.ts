// Shows one arrival so that a person can read it; the rest of it behind a disclosure.
import type { ArrivedEvent } from '../../server/journal.ts';
import type { ToldArrival } from '../../server/told.ts';
import { element } from './element.ts';

const ADDRESSEES = { receiver: 'Receiver', 'third-party': 'Third party' } as const;

const EVENTS: Record<string, string> = {
  's9.page_view': 'A page was opened',
  's9.page_leave': 'A page was left; how long it was read',
  's9.custom': 'An event of the site’s own',
  's9.choice': 'Proof of a choice',
  's9.erase': 'Asks to erase what was kept',
};

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function pairs(entries: readonly (readonly [string, unknown])[]): HTMLElement {
  const list = element('dl', 'pairs');
  for (const [name, value] of entries) {
    list.append(element('dt', '', name), element('dd', '', shown(value)));
  }
  return list;
}

function eventBlock({ name, repeats, attributes }: ArrivedEvent): HTMLElement {
  const block = element('div', 'arrival-event', element('b', '', name || '(no event name)'));
  const words = EVENTS[name];
  if (words) block.append(element('span', 'quiet', `, ${words.toLowerCase()}`));
  if (repeats > 0) {
    const times = repeats === 1 ? 'once more' : `${repeats} times more`;
    block.append(element('p', '', `Came ${times} with the same event id. Taken once.`));
  }
  block.append(pairs(Object.entries(attributes)));
  return block;
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function rest(arrival: ToldArrival): HTMLElement {
  const details = element('details', '', element('summary', '', 'All that it sees'));
  details.append(
    pairs([
      ['ip address', arrival.ip],
      ['browser', arrival.browser || '(not said)'],
      ['came from', arrival.cameFrom || '(not said)'],
    ]),
  );
  if (arrival.body) {
    const raw = element('pre', '', pretty(arrival.body));
    raw.tabIndex = 0;
    raw.ariaLabel = 'Body of the request';
    const all = new TextEncoder().encode(arrival.body).length === arrival.bodyBytes;
    const size = `${arrival.bodyBytes.toLocaleString('en-GB')} bytes`;
    details.append(element('p', 'quiet', `Body, ${size}${all ? '' : '; its beginning'}`), raw);
  }
  return details;
}

export function arrivalEntry(arrival: ToldArrival): HTMLElement {
  const { landedAtMs, to, method, host, path, status, purpose, ip, error, events } = arrival;
  const firstAtMs = landedAtMs[0] ?? 0;
  const time = element('time', '', clock.format(firstAtMs));
  time.dateTime = new Date(firstAtMs).toISOString();
  const entry = element(
    'article',
    'arrival',
    element(
      'div',
      'arrival-line',
      time,
      element('span', 'addressee', ADDRESSEES[to]),
      element('span', 'status', `${status}`),
    ),
    element('p', 'arrival-request', element('b', '', method), ` ${host}${path}`),
    element('p', '', `${purpose}. Sees the IP address ${ip}.`),
  );
  entry.dataset['to'] = to;
  if (error) entry.append(element('p', '', `Turned away: ${error}`));
  if (events.length > 0) {
    entry.append(element('div', 'arrival-events', ...events.map(eventBlock)));
  }
  if (arrival.moreEvents > 0) {
    entry.append(element('p', 'quiet', `And ${arrival.moreEvents} events more.`));
  }
  entry.append(rest(arrival));
  return entry;
}
