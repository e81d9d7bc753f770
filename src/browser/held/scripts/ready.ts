// A script that is released late and waits for the page's own beginning: what it waits for is told to it alone.
import { own } from '../../../core/own.ts';

type Listener = EventListenerOrEventListenerObject | null;

/** Whether the event has been, and never comes again. */
function isOver(type: string): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (type === 'DOMContentLoaded') return !!page?.domContentLoadedEventStart;
  if (type === 'load') return !!page?.loadEventStart;
  if (type === 'pageshow') return !!page?.loadEventEnd;
  return type === 'readystatechange' && own(document).readyState === 'complete';
}

/** Told as the page tells it, once the script has come to its end. */
function tell(target: object, type: string, listener: Listener): void {
  const event = type === 'pageshow' ? new PageTransitionEvent(type) : new Event(type);
  for (const name of ['target', 'currentTarget']) {
    Reflect.defineProperty(event, name, { value: target });
  }
  queueMicrotask(() => {
    if (typeof listener === 'function') listener.call(target, event);
    else listener?.handleEvent(event);
  });
}

const isOnce = (options?: boolean | object): boolean =>
  typeof options === 'object' && 'once' in options && !!options.once;

/** Copies of scripts that are to hear what has been. */
const hearing = new Set<Element>();

let giveBack = (): void => undefined;

/** Nobody's listener but theirs: whose call it is, the browser says. */
function listenFor(target: Document | Window): () => void {
  const before = Object.getOwnPropertyDescriptor(target, 'addEventListener');
  const add = own<EventTarget>(target).addEventListener;
  const value = (type: string, listener: Listener, options?: boolean | object): void => {
    const isTheirs = hearing.has(own(document).currentScript as Element);
    const isMissed = isTheirs && isOver(type);
    if (isMissed) tell(target, type, listener);
    // A page that comes back from the browser's cache is shown once more.
    if (!isMissed || (type === 'pageshow' && !isOnce(options))) add(type, listener, options);
  };
  Reflect.defineProperty(target, 'addEventListener', { value, configurable: true, writable: true });
  return () => {
    // What somebody has put over it meanwhile stays.
    if (target.addEventListener !== value) return;
    Reflect.deleteProperty(target, 'addEventListener');
    if (before) Reflect.defineProperty(target, 'addEventListener', before);
  };
}

/**
 * While a copy has not run, `addEventListener` of the document and the window are ours; everybody else's calls are
 * passed on.
 *
 * @returns to be called when it has run or failed.
 */
export type HearWhatHasBeen = (copy: HTMLScriptElement) => () => void;

export const hearWhatHasBeen: HearWhatHasBeen = (copy) => {
  const { onload, onpageshow } = window;
  if (!hearing.size) {
    const all = [listenFor(document), listenFor(window)];
    giveBack = () => all.forEach((each) => each());
  }
  hearing.add(copy);
  return () => {
    hearing.delete(copy);
    if (!hearing.size) giveBack();
    if (window.onload !== onload && isOver('load')) tell(window, 'load', window.onload as Listener);
    if (window.onpageshow !== onpageshow && isOver('pageshow')) {
      tell(window, 'pageshow', window.onpageshow as Listener);
    }
  };
};
