// What every receiver is made of: words for yes and no, and the functions that somebody's script puts on the page.
import type { Mapping, Signals } from '../../../core/announce/mapping.ts';
import type { Receiver } from '../../../core/announce/telling.ts';

/** @param isSaid whether the tag has told it already that nothing is granted. */
export type CreateReceiver = (mapping: Mapping, isSaid: boolean) => Receiver;

export type Call = (...given: unknown[]) => unknown;

const isCall = (value: unknown): value is Call => typeof value === 'function';

/** Each signal in the receiver's own words. */
export const inWords = <W>(signals: Signals, yes: W, no: W): Record<string, W> =>
  Object.fromEntries(Object.entries(signals).map(([name, isOn]) => [name, isOn ? yes : no]));

/** What stands on the page under a way such as `Shopify.customerPrivacy`, if anything does. */
export function found(path: string): Record<string, unknown> | undefined {
  let at: unknown = window;
  for (const name of path.split('.'))
    at = (at as Record<string, unknown> | null | undefined)?.[name];
  return (at ?? undefined) as Record<string, unknown> | undefined;
}

/** A function of the page, with what it belongs to. */
export function callAt(path: string): Call | undefined {
  const call: unknown = found(path);
  const owner = found(path.split('.').slice(0, -1).join('.') || 'window');
  return isCall(call) ? call.bind(owner) : undefined;
}

/** One that is called by name, and is there once its script is. */
export const called = (path: string, says: Omit<Receiver, 'isThere'>): Receiver => ({
  ...says,
  isThere: () => !!callAt(path),
});
