// Where settings come from, in which order, and what is left of what cannot be read.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { POLICY } from '../../core/choice/fakes.ts';
import { gatherSettings } from './gather.ts';
import { type GivenToTag, IN_PAGE } from './tag-settings.ts';

/** JSON in the page, in order. */
let inPage: string[];
/** Address → what is there; anything else is not to be had. */
let files: Record<string, string>;
let fetched: [url: string, init: RequestInit | undefined][];

beforeEach(() => {
  [inPage, files, fetched] = [[], {}, []];
  // A document has its methods from its kind.
  const methods = {
    querySelectorAll: (selector: string) =>
      selector === IN_PAGE ? inPage.map((textContent) => ({ textContent })) : [],
    querySelector: () => null,
  };
  vi.stubGlobal('document', Object.create(methods));
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    fetched.push([url, init]);
    if (url === '/offline.json') throw new TypeError('Failed to fetch');
    const text = files[url];
    return new Response(text ?? 'not here', { status: text === undefined ? 404 : 200 });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const gather = async (scalars: GivenToTag['scalars'] = {}, data?: object) => {
  const gathered = await gatherSettings({ scalars, ...(data && { data }) }, POLICY);
  return { ...gathered, merged: gathered.merged as Record<string, unknown> };
};
const policyOf = async (...given: Parameters<typeof gather>) =>
  (await gather(...given)).merged['policy'] as Record<string, unknown>;

describe('where nothing is given', () => {
  it('there is the default policy, of nobody yet, and no request', async () => {
    const { merged, faults, asked } = await gather();
    expect(merged['policy']).toEqual({ ...POLICY, controller: {} });
    expect(merged['layout']).toBeUndefined();
    expect([faults, asked, fetched]).toEqual([[], [], []]);
  });
});

describe('later wins', () => {
  it('the file, then the page in its order, then the call, then the tag itself', async () => {
    files['/consent.json'] =
      '{"layout":"bar","position":"top","theme":"dark","lang":"de","gpc":"ask"}';
    inPage = ['{"layout":"box","position":"bottom","theme":"light"}', '{"position":"top"}'];
    const { merged } = await gather(
      { config: '/consent.json', lang: 'fr' },
      { theme: 'auto', lang: 'es' },
    );
    expect(merged).toMatchObject({
      gpc: 'ask',
      layout: 'box',
      position: 'top',
      theme: 'auto',
      lang: 'fr',
    });
  });

  it('member by member: what a later one does not say stays', async () => {
    inPage = ['{"policy":{"controller":{"name":"Harbour Post","contact":"post@harbour.example"}}}'];
    expect((await policyOf({ controller: 'The Harbour' }))['controller']).toEqual({
      name: 'The Harbour',
      contact: 'post@harbour.example',
    });
  });

  it('whatever comes first', async () => {
    let come = (): void => undefined;
    const slow = new Promise<void>((resolve) => (come = resolve));
    vi.stubGlobal('fetch', async () => {
      await slow;
      return new Response('{"layout":"box"}');
    });
    inPage = ['{"layout":"dialog"}'];
    const gathering = gather({ config: '/consent.json' });
    come();
    expect((await gathering).merged['layout']).toBe('dialog');
  });
});

describe('the tag', () => {
  it.each([
    ['layout', 'box'],
    ['position', 'top'],
    ['theme', 'dark'],
    ['gpc', 'ask'],
    ['control', 'own'],
    ['corner', 'end'],
    ['lang', 'en'],
    ['endpoint', '/v1/logs'],
  ])('says %s', async (name, value) => {
    expect((await gather({ [name]: value })).merged[name]).toBe(value);
  });

  it('says who asks', async () => {
    const given = { controller: 'Me', contact: 'me@site.example', privacyUrl: '/privacy' };
    expect((await policyOf(given))['controller']).toEqual({
      name: 'Me',
      contact: 'me@site.example',
      privacyUrl: '/privacy',
    });
  });

  it.each([
    ['', {}],
    ['true', {}],
    ['false', false],
    ['cdn.example', 'cdn.example'],
  ])('switches the watch with %j', async (watch, read) => {
    expect((await gather({ watch })).merged['watch']).toEqual(read);
  });

  it('leaves what else stands on it alone: it is somebody else’s', async () => {
    const { merged } = await gather({
      turbo: 'reload',
      proofEndpoint: '/proofs',
      mirror: 'cookie',
    });
    for (const name of ['turbo', 'proofEndpoint', 'mirror']) {
      expect(merged).not.toHaveProperty(name);
    }
  });
});

describe('a file', () => {
  it('is asked for with what the site’s own pages are asked for with, and told', async () => {
    files['/consent.json'] = '{"layout":"box"}';
    const { asked } = await gather({ config: '/consent.json' });
    expect(fetched).toEqual([['/consent.json', { credentials: 'same-origin' }]]);
    expect(asked).toEqual(['/consent.json']);
  });

  it('can hold the policy alone, named by any layer', async () => {
    files['/policy.json'] = '{"version":"mine"}';
    inPage = ['{"policy":"/policy.json"}'];
    const { merged, asked } = await gather();
    expect(merged['policy']).toMatchObject({ version: 'mine', id: POLICY.id });
    expect(asked).toEqual(['/policy.json']);
    inPage = [];
    expect(await policyOf({}, { policy: '/policy.json' })).toMatchObject({ version: 'mine' });
    files['/consent.json'] = '{"policy":"/policy.json"}';
    expect(await policyOf({ config: '/consent.json' })).toMatchObject({ version: 'mine' });
  });

  it.each([
    ['is missing', '/none.json'],
    ['cannot be reached', '/offline.json'],
    ['is no JSON', '/page.html'],
  ])('F-34 that %s is a fault where it was named, and the rest is read', async (_what, url) => {
    files['/page.html'] = '<!doctype html>';
    inPage = ['{"layout":"box"}'];
    const { merged, faults } = await gather({ config: url });
    expect(faults).toEqual([{ path: 'data-config', expected: `JSON at ${url}` }]);
    expect(merged).toMatchObject({ layout: 'box', policy: { id: POLICY.id } });
    expect((await gather({}, { policy: url })).faults).toEqual([
      { path: 'policy', expected: `JSON at ${url}` },
    ]);
  });
});

describe('what cannot be read', () => {
  it('in the page is a fault, and the rest is read', async () => {
    inPage = ['{layout:"box"}', '{"theme":"dark"}'];
    const { merged, faults } = await gather();
    expect(faults).toEqual([{ path: 'data-s9-config', expected: 'JSON' }]);
    expect(merged['theme']).toBe('dark');
  });

  it.each<[string, object]>([
    [
      'a cycle',
      Object.assign(
        {},
        {
          get self(): object {
            return this;
          },
        },
      ),
    ],
    [
      'a getter that throws',
      {
        get layout(): string {
          throw new Error('no');
        },
      },
    ],
    ['a number without a form in JSON', { validFor: { granted: 1n } }],
  ])('F-41 in the call, as %s, is a fault', async (_what, data) => {
    const { merged, faults } = await gather({}, data);
    expect(faults).toEqual([{ path: 'settings', expected: 'plain data' }]);
    expect(merged['policy']).toMatchObject({ id: POLICY.id });
  });

  it('F-41 reaches no prototype', async () => {
    inPage = ['{"__proto__":{"layout":"box"},"constructor":{"prototype":{"theme":"dark"}}}'];
    const { merged } = await gather();
    expect(merged['layout']).toBeUndefined();
    expect(({} as Record<string, unknown>)['layout']).toBeUndefined();
    expect(({} as Record<string, unknown>)['theme']).toBeUndefined();
  });

  it.each(['null', '7', '"text"', 'false'])(
    'is left to the check: %s in the page',
    async (json) => {
      inPage = [json];
      await expect(gather()).resolves.toHaveProperty('faults', []);
    },
  );

  it('F-41 of the call is a copy: what is changed later changes nothing', async () => {
    const data = { policy: { version: 'mine' } };
    const gathering = gather({}, data);
    data.policy.version = 'changed';
    expect(((await gathering).merged['policy'] as { version: string }).version).toBe('mine');
  });
});

/** JSON with a member inside a member, so many deep. */
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const LONG = `{"texts":{"de":{"a":"${'x'.repeat(1_000_000)}"}}}`;

describe('more than can be meant', () => {
  it.each([
    ['deep', nested(30_000)],
    ['deep in lists', `{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
    ['deeper than any setting', nested(33)],
    ['long', LONG],
  ])('F-41 is one fault, wherever it stands: %s', async (_what, json) => {
    const expected = 'JSON of up to 1,000,000 characters, 32 levels deep';
    inPage = [json];
    expect((await gather()).faults).toEqual([{ path: 'data-s9-config', expected }]);
    inPage = [`{"policy":${json}}`];
    expect((await gather()).faults).toEqual([{ path: 'data-s9-config', expected }]);
    inPage = [];
    files['/long.json'] = json;
    for (const [path, scalars, data] of [
      ['data-config', { config: '/long.json' }, undefined],
      ['policy', {}, { policy: '/long.json' }],
    ] as const) {
      const { merged, faults } = await gather(scalars, data);
      expect(faults).toEqual([{ path, expected: `${expected}, at /long.json` }]);
      expect(merged['policy']).toEqual({ ...POLICY, controller: {} });
    }
  });

  it('F-41 is one fault in the call too', async () => {
    for (const json of [nested(33), LONG]) {
      const { faults } = await gather({}, JSON.parse(json) as object);
      expect(faults).toEqual([
        { path: 'settings', expected: 'JSON of up to 1,000,000 characters, 32 levels deep' },
      ]);
    }
  });

  it('is not what goes as deep as settings go', async () => {
    inPage = [nested(32)];
    expect((await gather()).faults).toEqual([]);
  });
});

describe('a file that does not come', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const never = new Promise<never>(() => undefined);

  it.each([
    ['at all', () => never],
    ['to its end', () => Promise.resolve({ ok: true, text: () => never })],
  ])('F-34 %s is a fault after eight seconds, and no wait longer', async (_what, answer) => {
    vi.stubGlobal('fetch', answer);
    inPage = ['{"theme":"dark","policy":"/policy.json"}'];
    let isDone = false;
    const gathering = gather({ config: '/consent.json' }).finally(() => (isDone = true));
    await vi.advanceTimersByTimeAsync(7999);
    expect(isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    const { merged, faults } = await gathering;
    expect(faults).toEqual([
      { path: 'data-config', expected: 'JSON at /consent.json' },
      { path: 'policy', expected: 'JSON at /policy.json' },
    ]);
    expect(merged).toMatchObject({ theme: 'dark', policy: { id: POLICY.id } });
  });
});
