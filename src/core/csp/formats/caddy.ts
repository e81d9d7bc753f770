// For Caddy 2: a map for each service, and the header, which opens by what the cookie says.
import { directivesOf, headerNameOf, reportingOf } from '../directives.ts';
import { expressionOf, variablesOf } from './by-cookie.ts';
import { type Format, VARIES } from './written.ts';

export const caddy: Format = ({ declared, options }) => {
  const variables = variablesOf(declared);
  const maps = [...variables].map(([service, name]) =>
    [
      `map {header.Cookie} {${name}} {`,
      `\t\`~${expressionOf(service)}\` "${service.sources.join(' ')}"`,
      '\tdefault ""',
      '}',
    ].join('\n'),
  );
  const places = [...variables.values()].map((name) => `{${name}}`);
  const headers = {
    [headerNameOf(options)]: directivesOf(places, options),
    ...reportingOf(options),
  };
  const text = [
    '# Into the block of the site.',
    ...maps,
    'header {',
    ...Object.entries(headers).map(([name, value]) => `\t${name} \`${value}\``),
    '\t+Vary Cookie',
    '\t# A page out of the browser’s own cache would have the policy of then.',
    '\tCache-Control "private, no-cache"',
    '}',
  ].join('\n');
  return { text, notes: VARIES };
};
