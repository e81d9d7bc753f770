// `social9-consent/csp`: the Content Security Policy that enforces a consent policy, for servers and for the command.

import { compare } from './core/csp/compare.ts';
import { type CspFileOptions, type CspFormat, cspFileOf } from './core/csp/csp-file.ts';
import { declaredIn } from './core/csp/declared.ts';
import { directivesOf, headerNameOf, reportingOf } from './core/csp/directives.ts';
import type { Written } from './core/csp/formats/written.ts';
import { type Granted, grantedBy, openedBy } from './core/csp/granted.ts';
import { type CspOptions, readOptions } from './core/csp/options.ts';
import type { Fault } from './core/policy/shape.ts';
import type { GivenPolicy } from './core/settings/given.ts';
import { withCatalogue } from './policies/services/catalogue.ts';
import { social9 } from './policies/social9/policy.ts';

export { CSP_FORMATS, type CspFileOptions, type CspFormat } from './core/csp/csp-file.ts';
export type { Written } from './core/csp/formats/written.ts';
export type { Granted } from './core/csp/granted.ts';
export { NOT_STOPPED } from './core/csp/not-stopped.ts';
export type { CspOptions } from './core/csp/options.ts';
export type { Seen } from './core/csp/seen.ts';
export type { Fault } from './core/policy/shape.ts';
export type { GivenPolicy } from './core/settings/given.ts';

/** No policy tells a server the name of a site that has none in it; the widget takes the page's host. */
const STANDARD = { policy: { ...social9, controller: { name: 'The site' } }, withCatalogue };

/**
 * The Content Security Policy under which a page can speak to its own origin, to what the options name, and to
 * the hosts of what is granted; to nobody else.
 *
 * ```js
 * response.setHeader('Content-Security-Policy', cspFor(policy, grantedIn(request.headers.cookie)));
 * ```
 *
 * A page that is there keeps the policy it came with: after a yes it has to be loaded anew.
 *
 * @param policy as in the settings of the widget: over the default one, services by their ids or whole.
 * @param granted ids of purposes and `service:…`, of which a purpose brings its services along; or what
 * `grantedIn()` returns. `[]` is the closed policy. An id that the policy does not have opens nothing.
 * @throws TypeError that names each fault of the policy or the options, by its path.
 */
export const cspFor = (
  policy: GivenPolicy,
  granted: Granted | readonly string[],
  options: CspOptions = {},
): string => {
  const opened = openedBy(granted, declaredIn(policy, STANDARD).services);
  return directivesOf(
    opened.flatMap(({ sources }) => sources),
    readOptions(options),
  );
};

/**
 * What the visitor has granted, by the cookie of `"mirror": "cookie"`; nothing where there is none, more than one,
 * or one that is over. No proof: it is not signed, and whoever can write a cookie of the site can write
 * this one. What follows from it must be no more than what a visitor could do in their own browser.
 *
 * @param cookies the `Cookie` header of the request, as it came.
 */
export const grantedIn = (cookies: string | null | undefined): Granted =>
  grantedBy(cookies, new Date().toISOString().slice(0, 10));

/**
 * The response headers for a request: the policy by its cookie, and where reports go. Send `Vary: Cookie` too, and
 * let no shared cache keep the page.
 *
 * @param cookies the `Cookie` header of the request, as it came.
 * @throws TypeError as `cspFor()` does.
 */
export const cspHeaders = (
  policy: GivenPolicy,
  cookies: string | null | undefined,
  options: CspOptions = {},
): Record<string, string> => {
  const read = readOptions(options);
  return {
    [headerNameOf(read)]: cspFor(policy, grantedIn(cookies), options),
    ...reportingOf(read),
  };
};

/**
 * Ids of the services that can be granted, without `service:`.
 *
 * @throws TypeError for a policy with a fault.
 */
export const servicesIn = (policy: GivenPolicy): string[] =>
  declaredIn(policy, STANDARD).services.map(({ id }) => id);

/**
 * Everything by which the policies that a page came with allow more than this policy, or less: each with the
 * kind of request, and what was expected of it. Empty where they say the same of whom a page may speak to.
 *
 * @param headers each `Content-Security-Policy` of the answer, and of `<meta>` in its page.
 * @param granted as of `cspFor()`: what the page should be open to.
 * @throws TypeError as `cspFor()` does.
 */
export const checkCsp = (
  headers: readonly string[],
  policy: GivenPolicy,
  granted: Granted | readonly string[],
  options: CspOptions = {},
): Fault[] => {
  const opened = openedBy(granted, declaredIn(policy, STANDARD).services);
  const when = opened.length === 0 ? 'closed' : `open to ${opened.map(({ id }) => id).join(', ')}`;
  return compare(headers, { opened, ...readOptions(options) }, when);
};

/**
 * The same as `cspFor()`, written as what a server or a static host takes.
 *
 * @throws TypeError as `cspFor()` does, and for what a format cannot say.
 */
export const cspFile = (
  policy: GivenPolicy,
  format: CspFormat,
  options: CspFileOptions = {},
): Written => cspFileOf(policy, format, options, STANDARD);
