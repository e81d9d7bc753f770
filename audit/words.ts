// An audit in words, for a terminal: first what is wrong, then what there is, then what to do.

import type { Finding } from './findings.ts';
import type { Audit } from './index.ts';
import type { Inventory } from './inventory.ts';

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

const findingWords = ({ what, when, by, url, advice }: Finding): string[] => [
  `- ${what} (${when.join(', ')})`,
  ...indented([...(url ? [url] : []), ...(by ? [`by ${by}`] : []), `→ ${advice}`]),
];

const listed = (name: string, entries: readonly string[]): string[] =>
  entries.length > 0 ? [`${name}: ${entries.join(', ')}`] : [];

const inventoryWords = (inventory: Inventory): string[] => [
  inventory.moment,
  ...indented([
    ...listed(
      'requests',
      Object.entries(inventory.requests).map(([host, count]) => `${host} (${count})`),
    ),
    ...listed(
      'cookies',
      inventory.cookies.map(({ name, domain }) => `${name} at ${domain}`),
    ),
    ...listed('local storage', inventory.localStorage),
    ...listed('session storage', inventory.sessionStorage),
    ...listed('databases', inventory.indexedDB),
    ...listed(
      'Google’s consent state',
      Object.entries(inventory.google ?? {}).map(([key, state]) => `${key} ${state}`),
    ),
  ]),
];

function suggestionWords({ suggestion: { services, unknown }, csp }: Audit): string[] {
  const hosts = unknown.map(({ id, name, hosts: own }) =>
    JSON.stringify({ id, name, hosts: own, data: ['ip', 'browser', 'os', 'page'] }),
  );
  const lines = [...services.map((id) => JSON.stringify(id)), ...hosts];
  return [
    ...(lines.length > 0
      ? [
          '',
          'The policy names none of these. Take them out of the page, or mark them and add to the services of a purpose:',
          ...indented(lines),
        ]
      : []),
    ...(csp === null
      ? ['', 'The policy has a fault; the browser’s console names it.']
      : [
          '',
          'A header that nothing unmarked gets past before a choice (npx social9-consent csp writes it for your server):',
          ...indented([csp]),
        ]),
  ];
}

/** Line by line. */
export function wordsOf(audit: Audit): string[] {
  const { url, findings, inventories } = audit;
  const count = findings.length;
  return [
    count === 0
      ? `${url}: nothing found. Nobody was spoken to and nothing kept that the choice does not explain.`
      : `${url}: ${count === 1 ? 'one finding' : `${count} findings`}`,
    ...findings.flatMap(findingWords),
    '',
    ...inventories.flatMap(inventoryWords),
    ...suggestionWords(audit),
  ];
}
