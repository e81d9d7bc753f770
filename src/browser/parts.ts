// Fetches a further file of the widget from the first one's folder, refused if one byte was changed.
import { announce } from './page-events.ts';
import { setSource } from './trusted.ts';

/** A script element of ours: the file it runs takes what it was given, and hands over what it holds. */
interface PartElement extends HTMLScriptElement {
  take?: (part: unknown) => void;
  given?: unknown;
}

/** Resolves to what the file hands over; `null` when it is missing, changed, or not allowed here. */
export type LoadPart = <T>(file: string, integrity: string, given?: unknown) => Promise<T | null>;

/**
 * @param folder address the first file came from.
 * @param nonce nonce of the tag, for pages whose CSP asks one.
 */
export function createPartLoader(folder: string, nonce: string | undefined): LoadPart {
  return <T>(file: string, integrity: string, given?: unknown) =>
    new Promise<T | null>((resolve) => {
      const script = document.createElement('script') as PartElement;
      const settle = (part: T | null): void => {
        if (!part) announce('error', { path: file, expected: 'the file of this build' });
        resolve(part);
        script.remove();
      };
      script.take = (part) => settle(part as T);
      script.given = given;
      script.onerror = () => settle(null);
      script.integrity = integrity;
      // Without CORS a file from another origin is opaque, and its integrity cannot be checked.
      script.crossOrigin = 'anonymous';
      if (nonce) script.nonce = nonce;
      try {
        setSource(script, new URL(file, folder).href);
        document.head.append(script);
      } catch {
        settle(null);
      }
    });
}
