// `social9-consent csp`: writes the Content Security Policy that enforces a policy, and says what it cannot stop.
import { parseArgs } from 'node:util';
import { CSP_FORMATS, cspFile, NOT_STOPPED } from '../dist/npm/csp.js';
import { complain } from './print.mjs';
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

Standard output has the file, standard error what to know of it. Exits with 1 when there is none.`;

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
};

const idsIn = (granted) =>
  granted === undefined || granted === 'all' ? granted : granted.split(',').filter(Boolean);

/** As code beside the file would import it. */
const importOf = (file) => (file === '-' || /^\.{0,2}\//.test(file) ? file : `./${file}`);

/** @param args what stands after the name of the command. */
export async function csp(args) {
  const { values } = parseArgs({ args, options: OPTIONS });
  if (values.policy === undefined) throw new Error('--policy: expected a file');
  const { policy, endpoint, proofEndpoint, isSettings } = await readSettings(values.policy);
  const { text: file, notes } = cspFile(policy, values.format ?? 'header', {
    endpoint: values.endpoint ?? endpoint,
    proofEndpoint: values['proof-endpoint'] ?? proofEndpoint,
    own: values.own,
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
