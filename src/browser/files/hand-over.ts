// How a further file of the widget gives what it holds to the one that fetched it, without a global.
import { runningScript } from './running.ts';

/** The script element the loader made carries what is lent, and takes what the file holds. */
interface Carrier<Given> extends HTMLScriptElement {
  given(): Given;
  take(held: unknown): void;
}

/** @param hold makes what is handed over of what was given. Called while the file runs. */
export function handOver<Given = unknown>(hold: (given: Given) => unknown): void {
  const carrier = runningScript() as Carrier<Given>;
  carrier.take(hold(carrier.given()));
}
