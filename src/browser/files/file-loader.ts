// Fetches a further file of the widget from the first one's folder, refused if one byte was changed.
import type { Announce } from '../../core/announcements.ts';
import { own } from '../../core/own.ts';
import type { TrustedPolicy } from '../held/trusted.ts';

/** A built file as `virtual:s9/file/…` bakes it in: name and SHA-256, `s9-consent-ui.js?v=<base64>`. */
export type FileAddress = string;

/**
 * Fetches a file, once. Its script element carries what it is `given`, and the `take` it hands over with.
 * Resolves to what it hands over; after eight seconds at the latest to `null`, when it is missing, changed,
 * not allowed here, or does not come: it is tried again at the next need.
 */
export type LoadFile = <T>(file: FileAddress, given?: unknown) => Promise<T | null>;

const GIVE_UP_MS = 8000;

/** How long the hash at the end of an address is. */
const HASH = 44;

/** Not document.head: a form of that name would be given. */
const insert = (element: Element): void =>
  (own(document).querySelector(':root>head') ?? own(document).documentElement).append(element);

/**
 * Inserts a script so that the page's `load` does not wait for it, however long it takes: a preload comes first, under
 * the same conditions, and the script once its bytes are there, checked again. What fails to come that way has failed.
 */
function insertInPeace(script: HTMLScriptElement, fail: () => void): void {
  const { nonce, crossOrigin, integrity, src } = script;
  // From disk there is nothing to wait for.
  if (own(document).readyState === 'complete' || !integrity) return insert(script);
  const link = own(document).createElement('link');
  const onEnd = ({ type, target }: Event): void => {
    // The page has loaded, and what it still waits for can come: WebKit would fetch it twice.
    if (target !== link && link.isConnected && link.relList.supports(link.rel)) return;
    removeEventListener('load', onEnd);
    link.onload = link.onerror = null;
    link.remove();
    if (type === 'error') fail();
    else insert(script);
  };
  Object.assign(link, { rel: 'preload', as: 'script', fetchPriority: 'low', nonce, crossOrigin });
  Object.assign(link, { integrity, onload: onEnd, onerror: onEnd, href: src });
  // A preload that the page has taken out, or the browser does not know, tells nothing.
  addEventListener('load', onEnd);
  insert(link);
}

/** Says what is wrong, and what to write instead. */
export const tellMissing = (what: string): void =>
  console.error(
    `Social9 Consent: no ${what}. Put all files of a build, unchanged and unblocked, beside <script src="/s9-consent.js">`,
  );

/**
 * @param folder address the first file came from.
 * @param lent what each file gets besides what it is given.
 * @param onLate called when one has come after it was given up.
 */
export function createFileLoader(
  folder: string,
  trusted: TrustedPolicy,
  announce: Announce,
  lent: unknown,
  onLate: () => void,
): LoadFile {
  /** On its way, come, or given up: `null`. */
  const files: Record<FileAddress, unknown> = {};
  const addresses: Record<FileAddress, string> = {};

  async function fetchFile(file: FileAddress, given: unknown): Promise<unknown> {
    // Another address each time after a failure: a browser would have us wait again for the answer that did
    // not come, or keeps the one that was wrong.
    const { href } = new URL((addresses[file] ??= file), folder);
    const page = own(document);
    const script = page.createElement('script');
    const held = await new Promise<unknown>((resolve) => {
      const fail = (): void => {
        // Given up before it was inserted, it stands there now.
        script.remove();
        resolve(null);
      };
      setTimeout(fail, GIVE_UP_MS);
      Object.assign(script, {
        // To the file itself, while it runs: a page could look for what is lent.
        given: () => page.currentScript === script && given,
        lent: () => page.currentScript === script && lent,
        nonce: trusted.nonce,
        // A file that ran hands over before it is told to have loaded.
        onload: fail,
        onerror: fail,
        take(late: unknown) {
          const isLate = files[file] === null;
          resolve((files[file] = late));
          if (isLate) onLate();
        },
      });
      // From disk nothing comes with CORS, and without it no integrity can be checked.
      if (!href.startsWith('file:')) {
        script.crossOrigin = '';
        script.integrity = `sha256-${file.slice(-HASH)}`;
      }
      script.src = trusted.pass('createScriptURL', href);
      insertInPeace(script, fail);
    }).catch(() => null);
    script.remove();
    if (!held) {
      addresses[file] += '&';
      files[file] = null;
      announce('error', {
        what: 'file',
        path: file.slice(0, -HASH - '?v='.length),
        expected: 'this build',
      });
      tellMissing(href);
    }
    return held;
  }

  return async <T>(file: FileAddress, given?: unknown) =>
    (files[file] ??= fetchFile(file, given)) as Promise<T | null>;
}
