// Puts an element of ours into the page.
import { own } from '../core/own.ts';

/** Not document.head, nor document.body: a form of that name would be given. */
export function insert(element: Element, part: 'head' | 'body'): void {
  const page = own(document);
  (page.querySelector(`:root>${part}`) ?? page.querySelector(':root'))?.append(element);
}
