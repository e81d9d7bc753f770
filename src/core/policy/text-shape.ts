// Which texts a setting may be: words, ids, durations, addresses, hosts.
import { normalHost } from '../gate/hosts.ts';
import { contactHref, isAddress, isLink } from './address.ts';
import { type Reader, refuse } from './shape.ts';

const MAX_TEXT = 2000;

/* @__NO_SIDE_EFFECTS__ */
const like =
  (fits: (given: string) => boolean, expected: string): Reader<string> =>
  (value, path, faults) =>
    typeof value === 'string' && value.length <= MAX_TEXT && fits(value)
      ? value
      : refuse(path, expected, faults);

/* @__NO_SIDE_EFFECTS__ */
const match = (pattern: RegExp, expected: string): Reader<string> =>
  like((given) => pattern.test(given), expected);

/** Something to see, and nothing that is not there to be seen: bidi controls turn the words around. */
const SEEN =
  /^(?=[^]*?[^\s\p{C}\p{M}\p{DI}\u2800])[^\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/u;
const isSeen = (value: string): boolean => SEEN.test(value);
const A_TEXT = 'a text that can be seen, without control characters';

/** One line: names, contacts. */
export const text = like(isSeen, A_TEXT);
/** What may stand on several lines: reasons. */
export const words = like((given) => isSeen(given.replace(/[\t\n\r]/g, ' ')), A_TEXT);
/** What every object is born with would be found wherever an id is looked up. */
export const isIdentifier = (value: string): boolean =>
  /^[a-z0-9][\w-]*$/i.test(value) && !(value in {});
const AN_ID = 'an id of letters, digits and hyphens that no object has by itself';
export const identifier = like(isIdentifier, AN_ID);
/** Years, months, weeks, days: the parts of ISO 8601 that mean the same in every notice. */
export const duration = match(
  /^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,4}D)?$/,
  'an ISO 8601 duration such as P6M',
);
/** What counts for no time would be asked for on every page. */
export const lasting: Reader<string> = (value, path, faults) =>
  typeof value === 'string' && !/[1-9]/.test(value)
    ? refuse(path, 'a duration of more than nothing', faults)
    : duration(value, path, faults);
export const languageTag = match(/^[a-z]{2,8}(-[a-z\d]{1,8})*$/i, 'auto, or a language such as en');
const AN_ADDRESS = 'an address that starts with https: or /';
export const address = like((given) => isSeen(given) && isAddress(given), AN_ADDRESS);
/** No `javascript:`, no `data:` (F-42). */
export const link = like((given) => isSeen(given) && isLink(given), `${AN_ADDRESS}, or mailto:`);
/** One that leads nowhere is words to read; one that looks like an address has to be such as is followed. */
export const contact = like(
  (given) => isSeen(given) && (!!contactHref(given) || !/^[a-z][a-z\d+.-]*:\S/i.test(given)),
  'an e-mail address, an address that starts with https: or /, or words',
);
/** Parts are as they stand in an address, or `:` and a name. */
export const pathPattern = match(
  /^(\/(?!:)[^\s/?#:]*|\/:[a-z][\w-]*|\/#(?=\/))+$/i,
  'a path such as /reset/:token, or /#/orders/:id',
);
export const attributeName = match(/^[a-z][\w-]*$/, 'the name of an attribute');

/* @__NO_SIDE_EFFECTS__ */
const host =
  (pattern: RegExp, expected: string): Reader<string> =>
  (value, path, faults) => {
    const [, star, name] = (typeof value === 'string' && pattern.exec(value)) || [];
    // Nobody knows by which scheme it will be asked: 80 is as usual as 443.
    const normal = name && normalHost(`https://${name}`).replace(/:80$/, '');
    return normal ? star + normal : refuse(path, expected, faults);
  };

/** Read into the form in which they are compared. */
export const hostName = host(/^()([^\s*/\\?#@,;]+)$/, 'a host name');
export const hostPattern = host(
  /^(\*\.|)([^\s*/\\?#@,;]+)$/,
  'a host such as example.com, or *.example.com for all below it',
);
