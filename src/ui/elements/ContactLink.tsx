// A contact: a link where it leads somewhere, words where it does not (F-42).
import { contactHref } from '../../core/policy/address.ts';

export function ContactLink({ contact }: { readonly contact: string }) {
  const href = contactHref(contact);
  return href ? <a href={href}>{contact}</a> : <span>{contact}</span>;
}
