// Adds what stands in a page and is found again at every look: once, and only where it concerns others.
import { parse } from '../facts/address.ts';
import type { Contact } from '../facts/fact.ts';
import type { Neighbours } from '../facts/neighbours.ts';

export class Once {
  readonly #near: Neighbours;
  readonly #add: (contact: Contact) => void;
  readonly #added = new Set<string>();

  constructor(near: Neighbours, add: (contact: Contact) => void) {
    this.#near = near;
    this.#add = add;
  }

  add(contact: Contact): void {
    const { kind, url } = contact;
    if (this.has(kind, url) || this.#near.isFine(url)) return;
    const address = parse(url);
    if (kind === 'hint' && address && this.#near.isWidgetHost(address)) return;
    this.#added.add(`${kind} ${url}`);
    this.#add(contact);
  }

  has(kind: Contact['kind'], url: string): boolean {
    return this.#added.has(`${kind} ${url}`);
  }
}
