// Which addresses an element may be given: markup that others wrote must not become more than it looks like.

/** In every runtime, and in no language standard that the rules are compiled with. */
declare const URL: new (address: string, base?: string) => { readonly protocol: string };

/** Element and attribute; `image` is an `input` of that type. No `a`, `form`, `base`, and nothing of SVG. */
const FETCHES =
  /^((iframe|embed|img|image|video|audio|source|track|script) src|(img|source) srcset|video poster|link href|object data)$/;

/** What may show or play what stands in the address itself. */
const MEDIA = /^(img|image|video|audio|source|track)$/;

/** Whether a browser fetches from that attribute of an HTML element, and from no more than that. */
export const mayCarry = (kind: string, attribute: string): boolean =>
  FETCHES.test(`${kind} ${attribute}`);

function protocolOf(address: string, base: string): string {
  try {
    return new URL(address, base).protocol;
  } catch {
    return '';
  }
}

/** Where an address is read: the page's own protocol, and the base it has given its addresses. */
export interface Where {
  readonly protocol: string;
  readonly base: string;
}

/**
 * Whether it is http(s), or addressed as the page itself is, from disk say. White space and control
 * characters count as they do to a browser.
 */
export function isOfTheWeb(address: string, { protocol, base }: Where): boolean {
  const found = protocolOf(address, base);
  return found === protocol || /^https?:$/.test(found);
}

/** Whether an element of that kind may be given the address: pictures and media `data:` and `blob:` as well. */
export const isFetchable = (kind: string, address: string, where: Where): boolean =>
  isOfTheWeb(address, where) ||
  (MEDIA.test(kind) && /^(data|blob):$/.test(protocolOf(address, where.base)));
