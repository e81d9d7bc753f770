// What an answer brings about: cookies it sets, and whom the headers of a page of the site speak to.
import type { Response } from 'playwright';
import type { Contact, Fact, Stored } from '../facts/fact.ts';
import type { Neighbours } from '../facts/neighbours.ts';
import { contactsIn, cookiesIn } from './headers.ts';

export async function factsInAnswer(response: Response, near: Neighbours): Promise<Fact[]> {
  const headers = await response.headersArray();
  const url = response.url();
  const by = `the answer of ${url}`;
  const stored = cookiesIn(headers).map((name): Stored => ({ kind: 'cookie', url, name, by }));
  const isOwnPage = response.request().isNavigationRequest() && near.isFine(url);
  const contacts: Contact[] = isOwnPage ? contactsIn(headers, url) : [];
  return [...stored, ...contacts.filter((contact) => !near.isFine(contact.url))];
}
