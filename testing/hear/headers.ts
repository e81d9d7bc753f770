// What the headers of an answer bring about: cookies that are set, and others who are spoken to.
import { parse } from '../facts/address.ts';
import type { Contact } from '../facts/fact.ts';

type Headers = readonly { readonly name: string; readonly value: string }[];

const allOf = (headers: Headers, pattern: RegExp): string[] =>
  headers.filter(({ name }) => pattern.test(name)).map(({ value }) => value);

const ended = (cookie: string): boolean => {
  if (/;\s*max-age=\s*(0|-)/i.test(cookie)) return true;
  const [, expires = ''] = /;\s*expires=([^;]+)/i.exec(cookie) ?? [];
  return Date.parse(expires) <= Date.now();
};

/** Names of the cookies an answer sets; not of those it deletes. */
export const cookiesIn = (headers: Headers): string[] =>
  allOf(headers, /^set-cookie$/i)
    .flatMap((value) => value.split('\n'))
    .filter((cookie) => !ended(cookie))
    .map((cookie) => cookie.split('=', 1)[0]?.trim() ?? '');

const LINK = /<([^>]+)>\s*;[^,]*?rel="?[^",;]*(preconnect|dns-prefetch|preload|prefetch)/gi;
const REPORT = /https?:\/\/[^\s"',;]+/g;

/** Whom the headers of a document make the browser speak to. */
export function contactsIn(headers: Headers, documentUrl: string): Contact[] {
  const found: Contact[] = [];
  for (const value of allOf(headers, /^link$/i)) {
    for (const [link, address = ''] of value.matchAll(LINK)) {
      const url = parse(address, documentUrl)?.href;
      if (url) found.push({ kind: 'hint', url, by: `the header Link: ${link}` });
    }
  }
  for (const value of allOf(headers, /^(report-to|reporting-endpoints)$/i)) {
    for (const [url] of value.matchAll(REPORT)) {
      found.push({ kind: 'report', url, by: 'a Report-To or Reporting-Endpoints header' });
    }
  }
  return found;
}
