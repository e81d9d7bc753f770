// For servers that run JavaScript: a few lines that ask for the header at each request.
import { type Format, type ToWrite, VARIES } from './written.ts';

const named = (from: string, ...names: readonly string[]): string =>
  `import { ${names.join(', ')} } from '${from}';`;

const IMPORT = named('social9-consent/csp', 'cspHeaders');

const importOf = (name: string, file: string): string =>
  `import ${name} from ${JSON.stringify(file)} with { type: 'json' };`;

/** What all of them begin with, after an import of their own. */
function beginning({ given, source }: ToWrite): string[] {
  const { policyFile, settingsFile } = source;
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  const options = `const options = ${JSON.stringify(Object.fromEntries(present))};`;
  return settingsFile === undefined
    ? [IMPORT, importOf('policy', policyFile), '', options, '']
    : [IMPORT, importOf('settings', settingsFile), '', 'const { policy } = settings;', options, ''];
}

/** For fetch's Request and Response, on which all of these but Express stand. */
const setOn = (response: string): string[] => [
  "  const cookies = request.headers.get('cookie');",
  '  for (const [name, value] of Object.entries(cspHeaders(policy, cookies, options))) {',
  `    ${response}.headers.set(name, value);`,
  '  }',
  `  ${response}.headers.append('Vary', 'Cookie');`,
  `  ${response}.headers.set('Cache-Control', 'private, no-cache');`,
  `  return ${response};`,
];

/** Pages alone: scripts and pictures have no policy of their own. */
const MATCHER = "export const config = { matcher: ['/((?!_next/|.*\\\\.[\\\\w]+$).*)'] };";

export const express: Format = (toWrite) => ({
  text: [
    ...beginning(toWrite),
    '/** Before whatever answers with pages: app.use(consentCsp). */',
    'export function consentCsp(request, response, next) {',
    '  response.set(cspHeaders(policy, request.headers.cookie, options));',
    "  response.vary('Cookie');",
    "  response.set('Cache-Control', 'private, no-cache');",
    '  next();',
    '}',
  ].join('\n'),
  notes: VARIES,
});

export const next: Format = (toWrite) => ({
  text: [
    named('next/server', 'NextResponse'),
    ...beginning(toWrite),
    'export function proxy(request) {',
    '  const response = NextResponse.next();',
    ...setOn('response'),
    '}',
    '',
    MATCHER,
  ].join('\n'),
  notes: [
    'It belongs into proxy.js beside the app folder; before Next 16 it is middleware.js, and the function is called middleware.',
    ...VARIES,
  ],
});

export const vercel: Format = (toWrite) => ({
  text: [
    named('@vercel/functions', 'next'),
    ...beginning(toWrite),
    'export default function middleware(request) {',
    '  const response = next();',
    ...setOn('response'),
    '}',
    '',
    MATCHER,
  ].join('\n'),
  notes: ['It belongs into middleware.js at the root of the project.', ...VARIES],
});
