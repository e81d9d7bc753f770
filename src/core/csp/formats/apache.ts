// For Apache: a variable for each service, set where the cookie names it. Needs mod_setenvif and mod_headers.
import { directivesOf, headerNameOf, reportingOf } from '../directives.ts';
import { expressionOf, variablesOf } from './by-cookie.ts';
import { type Format, VARIES } from './written.ts';

export const apache: Format = ({ declared, options }) => {
  const variables = [...variablesOf(declared)].map(
    ([service, name]) => [service, name.toUpperCase()] as const,
  );
  const places = variables.map(([, name]) => `%{${name}}e`);
  const headers = {
    [headerNameOf(options)]: directivesOf(places, options),
    ...reportingOf(options),
  };
  const text = [
    '# Needs mod_setenvif and mod_headers. What is not set is written as (null), so each is set to nothing first.',
    ...variables.flatMap(([service, name]) => [
      `SetEnvIf Request_URI ^ ${name}=`,
      `SetEnvIf Cookie "${expressionOf(service)}" "${name}=${service.sources.join(' ')}"`,
    ]),
    ...Object.entries(headers).map(
      ([name, value]) => `Header always set ${name} "${value.replaceAll('"', '\\"')}"`,
    ),
    'Header always merge Vary Cookie',
    '# A page that is answered with 304 keeps the policy it had: pages are sent whole.',
    'Header always set Cache-Control no-cache',
    'FileETag None',
    'RequestHeader unset If-Modified-Since',
    'RequestHeader unset If-None-Match',
  ].join('\n');
  return { text, notes: VARIES };
};
