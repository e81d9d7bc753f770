// What a visitor has granted, as a server can know it: from the mirror cookie, or by ids.
import { SERVICE } from '../gate/gate.ts';
import { NAME } from '../name.ts';
import type { DeclaredService } from './declared.ts';

/** What the cookie of `"mirror": "cookie"` says is granted. */
export interface Granted {
  readonly purposes: readonly string[];
  /** Ids of services, without `service:`. */
  readonly services: readonly string[];
}

const NOTHING: Granted = { purposes: [], services: [] };
const ID = /^[a-z\d][\w-]*$/i;

const memberOf = (value: string, name: string): string =>
  value
    .split('&')
    .find((member) => member.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';

/** Cookies are sent for longer where a clock is wrong or a person kept one. */
const isOver = (until: string, today: string): boolean =>
  !/^\d{4}-\d\d-\d\d$/.test(until) || until < today;

/**
 * @param cookies the request's `Cookie` header, whatever stands in it.
 * @param today UTC, as `2026-11-27`.
 */
export function grantedBy(cookies: string | null | undefined, today: string): Granted {
  const all = (cookies ?? '').split(';').map((each) => each.trim());
  const found = all.filter((each) => each.startsWith(`${NAME}=`));
  // Two of them: one was put there by somebody else, and nobody knows which.
  const [cookie] = found;
  if (cookie === undefined || found.length > 1) return NOTHING;
  const value = cookie.slice(NAME.length + 1);
  if (isOver(memberOf(value, 'until'), today)) return NOTHING;
  const ids = memberOf(value, 'granted').split('.');
  const services = ids.filter((id) => id.startsWith(SERVICE)).map((id) => id.slice(SERVICE.length));
  return {
    purposes: ids.filter((id) => ID.test(id)),
    services: services.filter((id) => ID.test(id)),
  };
}

/**
 * The services that are open. By ids, a purpose brings its services along, as in `set()`; a cookie names each.
 *
 * @throws TypeError for what is neither.
 */
export function openedBy(
  granted: Granted | readonly string[],
  declared: readonly DeclaredService[],
): DeclaredService[] {
  if (Array.isArray(granted)) {
    const ids = new Set<unknown>(granted);
    return declared.filter(({ id, purpose }) => ids.has(purpose) || ids.has(SERVICE + id));
  }
  const { services } = (granted ?? {}) as Partial<Granted>;
  if (!Array.isArray(services)) {
    throw new TypeError('granted: expected a list of ids, or what grantedIn() returns');
  }
  return declared.filter(({ id }) => services.includes(id));
}
