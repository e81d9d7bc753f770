// Files that cannot read the choice: one policy for everybody, as a header, an element or a host's own file.
import { directivesOf, headerNameOf, reportingOf } from '../directives.ts';
import type { Format, ToWrite } from './written.ts';

const policyOf = ({ opened, options }: ToWrite): string =>
  directivesOf(
    opened.flatMap(({ sources }) => sources),
    options,
  );

const headersOf = (toWrite: ToWrite): string[] => {
  const headers = {
    [headerNameOf(toWrite.options)]: policyOf(toWrite),
    ...reportingOf(toWrite.options),
  };
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
};

const noteOf = ({ opened, declared }: ToWrite): string[] => {
  if (opened.length === 0) {
    return declared.length === 0
      ? []
      : [
          'Closed: nothing of others is fetched, after a yes neither, unless the answer to it has the opened policy.',
        ];
  }
  return [
    `It is open to ${opened.map(({ id }) => id).join(', ')} before any choice: what is marked the widget holds, what nobody marked of these gets through (\`social9-consent audit\` finds it). Every other host is refused for ever.`,
  ];
};

export const header: Format = (toWrite) => ({
  text: headersOf(toWrite).join('\n'),
  notes: noteOf(toWrite),
});

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

export const meta: Format = (toWrite) => {
  const { reportTo, reportOnly } = toWrite.options;
  if (reportTo !== undefined)
    throw new TypeError('reportTo: expected none, for an element reports to nobody');
  if (reportOnly)
    throw new TypeError('reportOnly: expected false, for an element cannot only report');
  return {
    text: `<meta http-equiv="Content-Security-Policy" content="${escaped(policyOf(toWrite))}">`,
    notes: [
      'Write it into the HTML, first in the head, right after the charset: what stands before it is fetched, and one that a script adds comes too late.',
      ...noteOf(toWrite),
    ],
  };
};

const headersFile = (toWrite: ToWrite): string =>
  ['/*', ...headersOf(toWrite).map((line) => `  ${line}`)].join('\n');

export const netlify: Format = (toWrite) => ({
  text: headersFile(toWrite),
  notes: ['It belongs into the file _headers in the folder that is published.', ...noteOf(toWrite)],
});

/** What Cloudflare takes as one line of the file. */
const MAX_LINE = 2000;

export const cloudflare: Format = (toWrite) => {
  const text = headersFile(toWrite);
  const longest = Math.max(...text.split('\n').map(({ length }) => length));
  if (longest > MAX_LINE) {
    throw new TypeError(
      `policy: expected hosts that fit into ${MAX_LINE} characters, the most that Cloudflare takes of a line, not ${longest}; leave out services, or send the header from a Function`,
    );
  }
  return {
    text,
    notes: [
      'It belongs into the file _headers in the folder that is published.',
      ...noteOf(toWrite),
    ],
  };
};
