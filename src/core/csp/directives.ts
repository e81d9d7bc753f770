// The directives of a Content Security Policy: everything is refused but what is listed.
import { NAME } from '../name.ts';
import { GROUP, type ReadOptions } from './options.ts';

/**
 * @param opened sources of what is granted, or what stands for them in the file of a server.
 */
export function directivesOf(opened: readonly string[], options: ReadOptions): string {
  const { own, collectors, isStrict, nonce, trustedTypes, reportTo } = options;
  const places = ["'self'", ...own, ...opened];
  const code = nonce === undefined ? [] : [...places, `'nonce-${nonce}'`];
  const directives: (readonly [string, readonly string[]])[] = isStrict
    ? [
        ['default-src', places],
        ['script-src', code],
        ['style-src', code],
        // Neither leaves the page, nor runs.
        ['img-src', [...places, 'data:', 'blob:']],
        ['base-uri', ["'self'"]],
      ]
    : [['default-src', [...places, "'unsafe-inline'", "'unsafe-eval'", 'data:', 'blob:']]];
  directives.push(['connect-src', ["'self'", ...own, ...collectors, ...opened, 'data:', 'blob:']]);
  if (trustedTypes) {
    directives.push(['require-trusted-types-for', ["'script'"]], ['trusted-types', [NAME]]);
  }
  if (reportTo !== undefined) directives.push(['report-uri', [reportTo]], ['report-to', [GROUP]]);
  return directives
    .filter(([, sources]) => sources.length > 0)
    .map(([name, sources]) => [name, ...new Set(sources)].join(' '))
    .join('; ');
}

/** Response headers besides the policy's own that it needs. */
export const reportingOf = ({ reportTo }: ReadOptions): Readonly<Record<string, string>> =>
  reportTo === undefined ? {} : { 'Reporting-Endpoints': `${GROUP}="${reportTo}"` };

export const headerNameOf = ({ reportOnly }: ReadOptions): string =>
  reportOnly ? 'Content-Security-Policy-Report-Only' : 'Content-Security-Policy';
