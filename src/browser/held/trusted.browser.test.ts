import { afterEach, expect, it, vi } from 'vitest';
import { createTrustedPolicy } from './trusted.ts';

interface Factory {
  createPolicy(name: string, rules: Rules): Rules;
}
type Rules = Record<'createScript' | 'createScriptURL' | 'createHTML', (text: string) => unknown>;
const { trustedTypes } = globalThis as unknown as { trustedTypes: Factory };

afterEach(() => vi.restoreAllMocks());

it('F-37 the policy passes what we pass, and nothing for whoever else has got hold of it', () => {
  const create = vi.spyOn(trustedTypes, 'createPolicy');
  const trusted = createTrustedPolicy('n');
  const policy = create.mock.results[0]?.value as Rules;
  const [, rules] = create.mock.calls[0] as [string, Rules];
  expect(String(trusted.pass('createScript', 'ours()'))).toBe('ours()');
  expect(String(trusted.pass('createScriptURL', 'https://shop.example/x.js'))).toMatch(/x\.js$/);
  for (const kind of ['createScript', 'createScriptURL', 'createHTML'] as const) {
    for (const text of ['theirs()', 'ours()', 'https://shop.example/x.js']) {
      expect(String(policy[kind](text))).toBe('');
      expect(String(rules[kind](text))).toBe('');
    }
  }
  expect(String(trusted.pass('createHTML', '<b></b>'))).toBe('<b></b>');
});

it('F-37 a page that does not let it be made has text as it is', () => {
  vi.spyOn(trustedTypes, 'createPolicy').mockImplementation(() => {
    throw new TypeError('not listed');
  });
  expect(createTrustedPolicy().pass('createScript', 'x()')).toBe('x()');
});
