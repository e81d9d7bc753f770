// Shows what the widget's leak watch names, newest first, and lets a person see it at work.
import { element } from './element.ts';

/** What `s9:refused` tells of a request. */
interface Leak {
  readonly action: string;
  readonly reason: string;
  readonly url: string;
  readonly initiator: string;
  readonly element?: Element;
  readonly service?: string;
}

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** Why it is here, in a sentence. */
function because({ reason, service }: Leak): string {
  if (service) return `The service ${service} was not granted.`;
  return reason === 'undeclared'
    ? 'No service of the policy names this host. A released tag can have asked.'
    : 'Nothing was granted that covers it.';
}

function entryOf(leak: Leak): HTMLElement {
  const now = new Date();
  const time = element('time', '', clock.format(now));
  time.dateTime = now.toISOString();
  const by = leak.element ? `<${leak.element.localName}>` : leak.initiator;
  const entry = element(
    'article',
    'arrival',
    element('div', 'arrival-line', time, element('span', 'leak-words', `Asked by ${by}`)),
    element('p', 'arrival-request', leak.url),
    element('p', '', because(leak)),
  );
  entry.dataset['new'] = '';
  return entry;
}

export function showLeaks(list: HTMLElement): void {
  document.addEventListener('s9:refused', (event) => {
    const { detail } = event as CustomEvent<Leak>;
    if (detail.action === 'request') list.prepend(entryOf(detail));
  });
}

let leaks = 0;

/** A third party's picture, live. Under another name, so that no tag released before explains it. */
export function leakOnPurpose(standIns: string): void {
  const address = new URL(`/pixel/${(leaks += 1)}`, standIns);
  address.hostname = 'localhost';
  const pixel = element('img', '');
  Object.assign(pixel, { src: address.href, alt: '', hidden: true });
  document.body.append(pixel);
}
