// The panel's line to the demo server: what has arrived, what arrives, and how the receiver is set.
import type { ReceiverMode } from '../../server/receiver.ts';
import type { Snapshot } from '../../server/routes.ts';
import type { ToldArrival } from '../../server/told.ts';

export interface FeedListener {
  /** Everything the server still knows; replaces what was told before. */
  snapshot(snapshot: Snapshot): void;
  arrivals(arrivals: readonly ToldArrival[]): void;
  mode(mode: ReceiverMode): void;
  clear(): void;
  /** The server does not answer; the browser keeps trying. */
  lost(): void;
}

const EVENTS = '/__demo/events';
const RECEIVER = '/__demo/receiver';

export function openFeed(listener: FeedListener): void {
  const source = new EventSource(EVENTS);
  const on = <Data>(name: string, take: (data: Data) => void) =>
    source.addEventListener(name, (event: MessageEvent<string>) =>
      take(JSON.parse(event.data) as Data),
    );
  on<Snapshot>('snapshot', (snapshot) => listener.snapshot(snapshot));
  on<readonly ToldArrival[]>('arrivals', (arrivals) => listener.arrivals(arrivals));
  on<{ mode: ReceiverMode }>('mode', ({ mode }) => listener.mode(mode));
  on('clear', () => listener.clear());
  source.addEventListener('error', () => listener.lost());
}

/** Both report back through the feed; a server that is gone has said so there already. */
export async function clearArrivals(): Promise<void> {
  await fetch(EVENTS, { method: 'DELETE' }).catch(() => undefined);
}

export async function setReceiverMode(mode: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ mode });
  await fetch(RECEIVER, { method: 'POST', headers, body }).catch(() => undefined);
}
