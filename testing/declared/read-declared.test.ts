import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { readDeclared, readMarkup, type SettingsPart } from './read-declared.ts';
import type { Tag } from './tag.ts';

const FILMS = { id: 'films', name: 'Films', hosts: ['films.example'], data: [] };
const DEFAULT = { purposes: [{ id: 'analytics' }, { id: 'social', services: [FILMS] }] };
const TAG: Tag = {
  folder: 'https://cdn.example/v1/',
  endpoint: null,
  config: null,
  inPage: [],
};

/** A page with this tag, and these files on the web. */
const pageWith = (tag: Tag | null, files: Readonly<Record<string, unknown>> = {}): Page =>
  ({
    url: () => 'https://shop.example/basket',
    evaluate: () => Promise.resolve(tag),
    request: {
      get(url: string) {
        const served: Record<string, unknown> = {
          'https://cdn.example/v1/social9.json': DEFAULT,
          ...files,
        };
        const isThere = url in served;
        const json = () => Promise.resolve(served[url]);
        return Promise.resolve({ ok: () => isThere, status: () => (isThere ? 200 : 404), json });
      },
    },
  }) as unknown as Page;

const inPage = (...settings: SettingsPart[]) => ({
  ...TAG,
  inPage: settings.map((each) => JSON.stringify(each)),
});

it("reads the default policy beside the widget's script", async () => {
  expect(await readDeclared(pageWith(TAG))).toEqual({
    known: ['films.example'],
    hosts: { 'service:films': ['films.example'] },
    stores: { analytics: [], social: [] },
  });
});

it('puts what the page sets over the default policy, and what the test gives over both', async () => {
  const maps = { id: 'maps', cookies: [{ name: 'map' }] };
  const page = pageWith(inPage({ policy: { purposes: [maps, { id: 'social', drop: true }] } }));
  const given = { policy: { purposes: [{ id: 'maps', cookies: [{ name: 'given' }] }] } };
  expect((await readDeclared(page)).stores).toEqual({ analytics: [], maps: ['map'] });
  expect((await readDeclared(page, given)).stores).toEqual({ analytics: [], maps: ['given'] });
});

it('reads a file of settings before what stands in the page', async () => {
  const config = 'https://shop.example/consent.json';
  const file = { policy: { purposes: [{ id: 'social', cookies: [{ name: 'file' }] }] } };
  const settings = { policy: { purposes: [{ id: 'social', cookies: [{ name: 'page' }] }] } };
  const alone = pageWith({ ...TAG, config }, { [config]: file });
  const both = pageWith({ ...inPage(settings), config }, { [config]: file });
  expect((await readDeclared(alone)).stores).toMatchObject({ social: ['file'] });
  expect((await readDeclared(both)).stores).toMatchObject({ social: ['page'] });
});

it('fetches a policy that is given by its address', async () => {
  const own = { 'https://shop.example/policy.json': { purposes: [{ id: 'maps' }] } };
  const page = pageWith(inPage({ policy: '/policy.json' }), own);
  expect(Object.keys((await readDeclared(page)).stores)).toEqual(['analytics', 'social', 'maps']);
});

it('reads a service that is named by its id beside the widget’s script', async () => {
  const vimeo = { ...FILMS, id: 'vimeo', hosts: ['*.vimeo.com'], cookies: [{ name: 'vuid' }] };
  const catalogue = { 'https://cdn.example/v1/services.json': [vimeo] };
  const settings = { policy: { purposes: [{ id: 'social', services: ['vimeo', FILMS, 'none'] }] } };
  expect(await readDeclared(pageWith(inPage(settings), catalogue))).toEqual({
    known: ['*.vimeo.com', 'films.example'],
    hosts: { 'service:vimeo': ['*.vimeo.com'], 'service:films': ['films.example'] },
    stores: { analytics: [], social: ['vuid'] },
  });
  await expect(readDeclared(pageWith(inPage(settings)))).rejects.toThrow(
    'services.json answered 404',
  );
});

it('tells that a page without the tag has no catalogue to read', async () => {
  const policy = { purposes: [{ id: 'social', services: ['vimeo'] }] };
  await expect(readDeclared(pageWith(null), { policy })).rejects.toThrow('give its hosts instead');
});

it('reads whether the hosts of frames may go undeclared: a later layer wins', async () => {
  const layer = (undeclared: string) => ({ policy: { undeclared } });
  const known = async (...layers: SettingsPart[]) =>
    (await readDeclared(pageWith(inPage(...layers)))).known;
  expect(await known(layer('release'))).toBeNull();
  expect(await known(layer('release'), layer('hold'))).toEqual(['films.example']);
});

it('reads which markup of other widgets the settings name: a later layer wins, and what the test gives', async () => {
  const [theirs, others] = [[{ attribute: 'data-name' }], [{ attribute: 'data-category' }]];
  const config = 'https://shop.example/consent.json';
  const files = { [config]: { markup: theirs } };
  const markup = (tag: Tag | null, given?: SettingsPart) => readMarkup(pageWith(tag, files), given);
  expect(await markup(TAG)).toEqual([]);
  expect(await markup(null)).toEqual([]);
  expect(await markup({ ...TAG, config })).toEqual(theirs);
  expect(await markup({ ...inPage({ markup: others }, {}), config })).toEqual(others);
  expect(await markup(inPage({ markup: others }), { markup: theirs })).toEqual(theirs);
});

it('takes the last endpoint that is set, by its host', async () => {
  const settings = { endpoint: 'https://page.example/collect' };
  const hosts = async (tag: Tag, given?: SettingsPart) =>
    (await readDeclared(pageWith(tag), given)).hosts['analytics'];
  expect(await hosts(TAG)).toBeUndefined();
  expect(await hosts(inPage(settings))).toEqual(['page.example']);
  expect(await hosts({ ...inPage(settings), endpoint: '/collect' })).toEqual(['shop.example']);
  expect(await hosts(inPage(settings), { endpoint: 'https://given.example/' })).toEqual([
    'given.example',
  ]);
  expect(await hosts(inPage(settings), { endpoint: '' })).toBeUndefined();
});

it('needs no tag where the test gives the policy', async () => {
  const given = { policy: { purposes: [{ id: 'maps' }] } };
  expect(await readDeclared(pageWith(null), given)).toEqual({
    known: [],
    hosts: {},
    stores: { maps: [] },
  });
  await expect(readDeclared(pageWith(null))).rejects.toThrow('the page has no s9-consent.js tag');
});

it('tells what it cannot read', async () => {
  const page = pageWith({ ...TAG, config: 'https://shop.example/gone.json' });
  await expect(readDeclared(page)).rejects.toThrow('https://shop.example/gone.json answered 404');
});
