// Fetches a further file of the widget from the first one's folder, refused if one byte was changed.
import { announce } from './page-events.ts';
import { setSource } from './trusted.ts';

/**
 * Fetches a file. Its script element carries what it is `given`, and the `take` it hands over with.
 * Resolves to what it hands over; `null` when it is missing, changed, or not allowed here.
 */
export type LoadPart = <T>(file: string, integrity: string, given?: unknown) => Promise<T | null>;

/**
 * @param folder address the first file came from.
 * @param nonce nonce of the tag, for pages whose CSP asks one.
 */
export function createPartLoader(folder: string, nonce: string): LoadPart {
  return <T>(file: string, integrity: string, given?: unknown) =>
    new Promise<T | null>((resolve) => {
      const script = document.createElement('script');
      const settle = (part: T | null): void => {
        if (!part) announce('error', { path: file, expected: 'this build' });
        resolve(part);
        script.remove();
      };
      Object.assign(script, { take: settle, given, integrity, nonce });
      script.onerror = () => settle(null);
      // Without CORS a file from another origin is opaque, and its integrity cannot be checked.
      script.crossOrigin = 'anonymous';
      try {
        setSource(script, new URL(file, folder).href);
        document.head.append(script);
      } catch {
        settle(null);
      }
    });
}
