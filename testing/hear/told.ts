// What the page tells of itself, and the contacts that follow from it.
import { parse } from '../facts/address.ts';
import type { Contact } from '../facts/fact.ts';
import type { Neighbours } from '../facts/neighbours.ts';

export type Told =
  | { readonly type: 'press' }
  | { readonly type: 'state'; readonly state: unknown }
  | { readonly type: 'refused'; readonly reason: string }
  /** A Content Security Policy kept it in. */
  | { readonly type: 'stopped'; readonly url: string }
  | { readonly type: 'hint'; readonly url: string; readonly element: string }
  | { readonly type: 'peer-connection'; readonly urls: readonly string[]; readonly by: string }
  | {
      readonly type: 'web-socket' | 'web-transport' | 'shared-worker';
      readonly url: string;
      readonly by: string;
    };

/** @param showsWorkers whether this engine shows what a shared worker fetches. */
export function contactsTold(told: Told, near: Neighbours, showsWorkers: boolean): Contact[] {
  switch (told.type) {
    case 'hint':
      return [{ kind: 'hint', url: told.url, by: told.element }];
    case 'peer-connection': {
      const urls = told.urls.length > 0 ? told.urls : [''];
      return urls.map((url) => ({ kind: 'peer-connection', url, by: told.by }));
    }
    case 'web-socket':
    case 'web-transport':
      return near.isFine(told.url) ? [] : [{ kind: told.type, url: told.url, by: told.by }];
    case 'shared-worker': {
      const url = parse(told.url);
      // Where what it fetches does not show, that it runs is all there is to see.
      if (showsWorkers || (url && near.isAllowed(url))) return [];
      return [{ kind: 'shared-worker', url: told.url, by: told.by }];
    }
    default:
      return [];
  }
}
