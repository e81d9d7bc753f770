// What is taken away says the same as the design, in the fewest bytes, and cannot be read as anything else.
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type Design, FIRST } from './design.ts';
import { archiveOf, cspOf, headOf, snippetOf, takenFrom } from './take-away.ts';

const HASHES = { 's9-consent.js': 'sha256-AAA=', 's9-consent-ui.js': 'sha256-B+B/=' };
const BRANDED: Design = {
  tokens: { '--s9-accent': '#0a5c36' },
  settings: {
    layout: 'box',
    policy: { controller: { name: 'Süd & "Nord"' }, purposes: [{ id: 'social', drop: true }] },
  },
};

test('what the tag can say stands on the tag: no settings file is fetched for it', () => {
  const snippet = snippetOf({ ...FIRST, settings: { ...FIRST.settings, layout: 'box' } }, HASHES);
  expect(snippet).not.toContain('data-s9-config');
  expect(snippet).toContain('data-layout="box"');
  expect(snippet).toContain('data-privacy-url="/privacy"');
});

test('hashes are those of the build, in both places', () => {
  const snippet = snippetOf(FIRST, HASHES);
  expect(snippet).toContain('href="/s9-consent-ui.js?v=B+B/="');
  expect([...snippet.matchAll(/integrity="(.*?)"/g)].map(([, hash]) => hash)).toEqual([
    'sha256-AAA=',
    'sha256-B+B/=',
  ]);
  expect(() => snippetOf(FIRST, {})).toThrow('s9-consent-ui.js');
});

test('a policy of one’s own stands in the page, before the tag, as the same policy', () => {
  const head = headOf(BRANDED, HASHES);
  const json = /data-s9-config>([^]*?)<\/script>/.exec(head)?.[1] ?? '';
  expect(JSON.parse(json)).toEqual(BRANDED.settings);
  expect(head.indexOf('data-s9-config')).toBeLessThan(head.indexOf('src="/s9-consent.js"'));
  expect(head).toContain('--s9-accent: #0a5c36;');
});

test('a name stays a name, on the tag and in JSON', () => {
  const name = '"><script>alert(1)</script>';
  const settings = { policy: { controller: { name } } };
  expect(snippetOf({ tokens: {}, settings }, HASHES)).not.toContain('<script>alert');
  const more = { policy: { controller: { name }, version: '1' } };
  expect(snippetOf({ tokens: {}, settings: more }, HASHES)).not.toContain('<script>alert');
});

test('the Content Security Policy is closed before a choice, and opens by a yes to what the policy declares', () => {
  const settings = { ...FIRST.settings, endpoint: 'https://collector.example/v1/logs' };
  const [closed = '', opened = ''] = cspOf({ ...FIRST, settings }).split('# After a yes');
  for (const each of [closed, opened]) expect(each).toContain('https://collector.example');
  expect(closed).not.toContain('youtube.com');
  expect(opened).toContain('youtube.com');
});

test('a policy with a fault has none, and the fault is named', () => {
  const policy = { purposes: [{ id: 'ads', basis: 'consent', data: ['gone'] }] } as never;
  expect(cspOf({ tokens: {}, settings: { policy } })).toMatch(/^# None: .*purposes/);
});

test('the archive has every file that is not empty', () => {
  const taken = takenFrom(FIRST, HASHES, 'https://studio.example/?design=1.x');
  const files = unzipSync(archiveOf(taken));
  expect(Object.keys(files).sort()).toEqual([
    'csp.txt',
    'head.html',
    'policy.json',
    'settings.json',
    'studio-link.txt',
  ]);
  const settings = files['settings.json'];
  expect(settings && JSON.parse(strFromU8(settings))).toEqual(FIRST.settings);
});
