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
    '# Needs mod_setenvif and mod_headers. Apache knows no empty variable: one that is not granted repeats the site itself.',
    ...variables.flatMap(([service, name]) => [
      `SetEnvIf Request_URI ^ ${name}='self'`,
      `SetEnvIf Cookie "${expressionOf(service)}" "${name}=${service.sources.join(' ')}"`,
    ]),
    ...Object.entries(headers).map(
      ([name, value]) => `Header always set ${name} "${value.replaceAll('"', '\\"')}"`,
    ),
    'Header always merge Vary Cookie',
    '# A page out of the browser’s own cache would have the policy of then.',
    'Header always set Cache-Control "private, no-cache"',
  ].join('\n');
  return { text, notes: VARIES };
};
