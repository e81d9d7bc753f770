import { afterEach, expect, test, vi } from 'vitest';
import de from '../../locales/de.json';
import type { Translation } from '../../locales/locale.ts';
import { createLoadWords } from './translations.ts';

const german = de as unknown as Translation;

afterEach(() => vi.restoreAllMocks());

/** With German on offer, and what the console and the page are told. */
function begin(load: (lang: string) => Promise<Translation>) {
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  const failed = vi.spyOn(console, 'error').mockReturnValue();
  const announce = vi.fn();
  const loaded = vi.fn(load);
  return { warned, failed, announce, loaded, loadWords: createLoadWords(['de'], loaded, announce) };
}

test('L-24 a language that fits is loaded once, and nothing is said', async () => {
  const { loadWords, loaded, warned, failed } = begin(() => Promise.resolve(german));
  expect(await loadWords('de-AT')).toBe(german);
  expect(await loadWords('de')).toBe(german);
  expect(loaded.mock.calls).toEqual([['de']]);
  expect(warned).not.toHaveBeenCalled();
  expect(failed).not.toHaveBeenCalled();
});

test('L-24 one that nobody wrote words for is English, and the console names those there are', async () => {
  const { loadWords, loaded, warned } = begin(() => Promise.resolve(german));
  expect(await loadWords('cy')).toBeNull();
  expect(loaded).not.toHaveBeenCalled();
  expect(warned.mock.calls.flat().join()).toMatch(/“cy”.*English.*en, de/);
});

test.each([
  ['do not come', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['are those of another language', () => Promise.resolve({ ...german, lang: 'fr' })],
])(
  'F-34 words that %s are none: English, one error, and the next call tries again',
  async (_, load) => {
    const { loadWords, loaded, failed, announce } = begin(load);
    expect(await loadWords('de')).toBeNull();
    expect(failed.mock.calls.flat().join()).toMatch(/locales\/de\.json.*connect-src/);
    expect(announce.mock.calls).toEqual([
      ['error', { what: 'file', path: 'locales/de.json', expected: 'this build' }],
    ]);
    loaded.mockImplementation(() => Promise.resolve(german));
    expect(await loadWords('de')).toBe(german);
  },
);

test('F-34 words that never come are waited for eight seconds', async () => {
  vi.useFakeTimers();
  try {
    const { loadWords } = begin(() => new Promise(() => undefined));
    const coming = loadWords('de');
    await vi.advanceTimersByTimeAsync(7999);
    const early = await Promise.race([coming, 'waits']);
    await vi.advanceTimersByTimeAsync(1);
    expect([early, await coming]).toEqual(['waits', null]);
  } finally {
    vi.useRealTimers();
  }
});
