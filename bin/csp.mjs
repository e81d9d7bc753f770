// `social9-consent csp`: writes the Content Security Policy that enforces a policy, and says what it cannot stop.
import { parseArgs } from 'node:util';
import { CSP_FORMATS, checkCsp, cspFile, NOT_STOPPED, servicesIn } from '../dist/npm/csp.js';
import { liveCsp } from './live-csp.mjs';
import { complain, print } from './print.mjs';
import { readSeen } from './read-seen.mjs';
import { readSettings } from './read-settings.mjs';

export const USAGE = `Usage: social9-consent csp --policy <policy.json | settings.json> [options]

  --format <name>          ${CSP_FORMATS.join(', ')}; header without it
  --granted <ids | all>    what is open where the format cannot follow the choice, such as social,service:vimeo
  --own <source>           a further place of your own, such as https://cdn.example.com; can be repeated
  --endpoint <address>     where telemetry goes; without it that of the settings
  --proof-endpoint <address>
  --strict                 refuses inline scripts and styles and eval as well
  --nonce <value>          of inline scripts and styles; makes it strict
  --trusted-types          adds Trusted Types, with the widget's policy
  --report-to <address>    where browsers report what was refused
  --report-only            refuses nothing yet, and reports what would be
  --from-watch <report>    what the leak watch, watchConsent() or the audit told, as JSON: opens with each service
                           what its scripts asked for, and says what the policy lacks
  --check <https://site>   writes nothing: compares what a page sends with the policy, before a choice and after a
                           yes to all; with --granted all, as of a page that cannot follow the choice

Standard output has the file, standard error what to know of it. Exits with 1 when there is none, or a fault is found.`;

const text = { type: 'string' };
const flag = { type: 'boolean' };
const OPTIONS = {
  policy: text,
  format: text,
  granted: text,
  own: { type: 'string', multiple: true },
  endpoint: text,
  'proof-endpoint': text,
  strict: flag,
  nonce: text,
  'trusted-types': flag,
  'report-to': text,
  'report-only': flag,
  'from-watch': text,
  check: text,
};

const idsIn = (granted) =>
  granted === undefined || granted === 'all' ? granted : granted.split(',').filter(Boolean);

/** As code beside the file would import it. */
const importOf = (file) => (file === '-' || /^\.{0,2}\//.test(file) ? file : `./${file}`);

async function check(site, policy, places, isStatic) {
  const everything = servicesIn(policy);
  const closed = await liveCsp(site, null);
  const opened = await liveCsp(
    site,
    everything.map((id) => `service:${id}`),
  );
  const yes = { purposes: [], services: everything };
  const faults = [
    ...checkCsp(closed, policy, isStatic ? yes : [], places),
    ...checkCsp(opened, policy, yes, places),
  ];
  const lines = new Set(faults.map(({ path, expected }) => `  ${path}: expected ${expected}`));
  if (lines.size === 0) print(`${site}: it allows what the policy allows, no more and no less`);
  else print(`${site}: ${lines.size} ${lines.size === 1 ? 'fault' : 'faults'}`, ...lines);
  return lines.size === 0 ? 0 : 1;
}

/** @param args what stands after the name of the command. */
export async function csp(args) {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.policy === undefined) throw new Error('--policy: expected a file');
  const { policy, endpoint, proofEndpoint, isSettings } = await readSettings(values.policy);
  const places = {
    endpoint: values.endpoint ?? endpoint,
    proofEndpoint: values['proof-endpoint'] ?? proofEndpoint,
    own: values.own,
  };
  if (values.check !== undefined) {
    return check(values.check, policy, places, values.granted === 'all');
  }
  const { text: file, notes } = cspFile(policy, values.format ?? 'header', {
    ...places,
    seen: values['from-watch'] === undefined ? undefined : await readSeen(values['from-watch']),
    strict: values.strict,
    nonce: values.nonce,
    trustedTypes: values['trusted-types'],
    reportTo: values['report-to'],
    reportOnly: values['report-only'],
    granted: idsIn(values.granted),
    [isSettings ? 'settingsFile' : 'policyFile']: importOf(values.policy),
  });
  console.log(file);
  complain(
    ...notes,
    'No Content Security Policy stops:',
    ...NOT_STOPPED.map((each) => `  ${each}`),
  );
}
