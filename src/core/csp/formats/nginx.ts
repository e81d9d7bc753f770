// For nginx: a map for each service, and one for the policy, which opens by what the cookie says.
import { directivesOf, headerNameOf, reportingOf } from '../directives.ts';
import { expressionOf, variablesOf } from './by-cookie.ts';
import { type Format, VARIES } from './written.ts';

/** nginx takes four kilobytes of one value; these are far below. */
const IN_ONE = 40;

const mapOf = (variable: string, ...lines: readonly string[]): string =>
  `map $http_cookie $${variable} {\n${lines.map((line) => `    ${line};`).join('\n')}\n}`;

const groupsOf = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / IN_ONE) }, (_, index) =>
    list.slice(index * IN_ONE, (index + 1) * IN_ONE),
  );

export const nginx: Format = ({ declared, options }) => {
  const variables = variablesOf(declared);
  const services = [...variables].map(([service, name]) =>
    mapOf(name, 'default ""', `"~${expressionOf(service)}" "${service.sources.join(' ')}"`),
  );
  const groups = groupsOf([...variables.values()]);
  const opened = groups.map((names, index) =>
    mapOf(`s9_opened_${index + 1}`, `default "${names.map((name) => `$${name}`).join(' ')}"`),
  );
  const places = groups.map((_, index) => `$s9_opened_${index + 1}`);
  const headers = Object.entries({
    [headerNameOf(options)]: '$s9_csp',
    ...Object.fromEntries(
      Object.entries(reportingOf(options)).map(([name, value]) => [name, `'${value}'`]),
    ),
    Vary: 'Cookie',
  });
  const text = [
    '# Into http { … }. $cookie_… finds no name with a hyphen, so the whole header is searched.',
    ...services,
    ...opened,
    mapOf('s9_csp', `default "${directivesOf(places, options)}"`),
    '',
    '# Into server { … }, and again into each location that has an add_header of its own.',
    ...headers.map(([name, value]) => `add_header ${name} ${value} always;`),
    '# A page out of the browser’s own cache would have the policy of then.',
    'add_header Cache-Control "private, no-cache" always;',
  ].join('\n');
  return { text, notes: VARIES };
};
