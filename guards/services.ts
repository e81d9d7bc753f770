// docs/services.md, as the catalogue has it: a table for each of its files.
import type { CatalogueService } from '../src/core/settings/catalogue.ts';
import { filesIn, read } from './project-files.ts';

const FOLDER = 'src/policies/services';

/** What each file is about; in the order of the page. */
const TITLES: Readonly<Record<string, string>> = {
  video: 'Video and pictures',
  audio: 'Music and speech',
  social: 'Social networks, comments, reviews',
  maps: 'Maps',
  statistics: 'Statistics',
  advertising: 'Advertising',
  contact: 'Help, appointments, forms',
  tools: 'Captchas, fonts, payment',
  documents: 'Documents, code, design',
};

const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

const cookieOf = ({ name, lifetime }: { readonly name: string; readonly lifetime?: string }) =>
  `\`${name}\`${lifetime ? ` (${lifetime})` : ''}`;

const rowOf = ({ id, name, privacyUrl, hosts, cookies = [] }: CatalogueService): string =>
  `| \`${id}\` | [${name}](${privacyUrl}) | ${code(hosts)} | ${cookies.map(cookieOf).join(', ')} |`;

const servicesIn = (file: string): CatalogueService[] =>
  JSON.parse(read(`${FOLDER}/${file}.json`)) as CatalogueService[];

/** Names of the files, without their ending; those no title is given for are told as faults. */
export const files = (): string[] =>
  filesIn(FOLDER)
    .filter((path) => path.endsWith('.json'))
    .map((path) => path.slice(FOLDER.length + 1, -'.json'.length));

export const untitled = (): string[] => files().filter((file) => !TITLES[file]);

/** Everything from the first table on. */
export const tables = (): string =>
  Object.entries(TITLES)
    .map(([file, title]) =>
      [
        `## ${title}\n`,
        '| id | who | hosts | cookies on your site |',
        '| --- | --- | --- | --- |',
        ...servicesIn(file).map(rowOf),
      ].join('\n'),
    )
    .join('\n\n');

/** Every id of the catalogue, sorted. */
export const ids = (): string[] =>
  files()
    .flatMap(servicesIn)
    .map(({ id }) => id)
    .toSorted();
