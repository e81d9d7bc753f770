import { expect, it } from 'vitest';
import { initiatorIn, scriptIn } from './initiator.ts';

const SCRIPT = { url: 'https://shop.example/a.js', lineNumber: 6 };
const PAGE = { url: 'https://shop.example/', lineNumber: 0 };

it('names the script and its line, counted from one', () => {
  const stack = { callFrames: [SCRIPT, PAGE] };
  expect(initiatorIn({ type: 'script', stack })).toBe(
    'the script https://shop.example/a.js, line 7',
  );
});

it('passes over frames that have no address, such as built-in functions', () => {
  expect(scriptIn([{ url: '', lineNumber: 0 }, SCRIPT])).toBe('https://shop.example/a.js, line 7');
  expect(scriptIn([])).toBeUndefined();
  expect(scriptIn()).toBeUndefined();
});

it('looks where an asynchronous call came from', () => {
  const stack = { parent: { callFrames: [SCRIPT] } };
  expect(initiatorIn({ type: 'script', stack })).toBe(
    'the script https://shop.example/a.js, line 7',
  );
});

it('names the markup where the parser asked, and the page where something else did', () => {
  expect(initiatorIn({ type: 'parser', ...PAGE })).toBe(
    'the markup of https://shop.example/, line 1',
  );
  expect(initiatorIn({ type: 'other', ...PAGE })).toBe('https://shop.example/, line 1');
  expect(initiatorIn({ type: 'other', url: 'about:client' })).toBe('about:client');
});

it('names a script although the parser met it', () => {
  const stack = { callFrames: [SCRIPT] };
  expect(initiatorIn({ type: 'parser', ...PAGE, stack })).toMatch(/^the script /);
});

it('names nobody where nothing is told', () => {
  expect(initiatorIn({ type: 'other' })).toBeUndefined();
  expect(initiatorIn({ type: 'other', stack: { callFrames: [] } })).toBeUndefined();
});
