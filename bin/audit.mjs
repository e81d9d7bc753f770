// `social9-consent audit`: a page before a choice, after a no, a yes and its withdrawal; tells what leaks.
import { parseArgs } from 'node:util';
import { print } from './print.mjs';
import { readSettings } from './read-settings.mjs';

export const USAGE = `Usage: social9-consent audit <https://site.example> [options]

  --own <host>             a further host of your own, such as cdn.example.com; can be repeated
  --allow-stored <name>    a cookie or key that the site cannot do without; can be repeated
  --policy <file>          the policy, where the page starts the widget from a bundle
  --browser <path>         a Chromium, Chrome or Edge; without it the one that is found
  --widget-ms <ms>         how long the widget is waited for; 15000 without it
  --json                   all of it as JSON

Needs playwright beside this package. Exits with 0 when nothing is found, 1 when something is, 2 when the page
cannot be audited.`;

const many = { type: 'string', multiple: true };
const text = { type: 'string' };
const OPTIONS = {
  own: many,
  'allow-stored': many,
  policy: text,
  browser: text,
  'widget-ms': text,
  json: { type: 'boolean' },
};

function msIn(value) {
  if (value === undefined || /^\d{1,7}$/.test(value)) return value && Number(value);
  throw new Error(`--widget-ms: expected milliseconds, not ${value}`);
}

/** What the command ends on where nothing could be audited: 1 says that faults were found. */
export const FAILURE = 2;

/** @param args what stands after the name of the command. */
export async function audit(args) {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [url, ...rest] = positionals;
  if (!/^https?:\/\/./.test(url ?? '') || rest.length > 0) {
    throw new Error(
      `expected one address that starts with https://, not ${positionals.join(' ') || 'none'}`,
    );
  }
  const given = values.policy === undefined ? {} : await readSettings(values.policy);
  // Needs Playwright, which the other commands do without.
  const audits = await import('../dist/npm/audit.js');
  const found = await audits.audit(url, {
    own: values.own,
    allowStored: values['allow-stored'],
    policy: given.policy,
    browser: values.browser,
    widgetMs: msIn(values['widget-ms']),
  });
  if (values.json) console.log(JSON.stringify(found, null, 2));
  else print(...audits.wordsOf(found));
  return found.findings.length > 0 ? 1 : 0;
}
