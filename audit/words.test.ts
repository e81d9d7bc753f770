import { expect, it } from 'vitest';
import { inventory, leak, PAGE, SETTINGS } from './fakes.ts';
import { findingsIn } from './findings.ts';
import { wordsOf } from './words.ts';

const NOTHING = {
  url: PAGE,
  findings: [],
  inventories: [inventory()],
  suggestion: { services: [], unknown: [] },
  csp: "default-src 'self'",
};

it('says that nothing was found, what there is, and the header that keeps it so', () => {
  expect(wordsOf(NOTHING).join('\n')).toMatch(
    /nothing found[^]*before the choice\n {2}requests: shop\.example \(2\)[^]*default-src 'self'/,
  );
});

it('says of each finding what, when, where, by whom and what to do', () => {
  const findings = findingsIn([leak()], SETTINGS, PAGE);
  const words = wordsOf({ ...NOTHING, findings }).join('\n');
  expect(words).toMatch(
    /one finding\n- an image was fetched from tracker\.example \(before the choice\)\n {2}https:\/\/tracker\.example\/a\.svg\n {2}by <img id="a">\n {2}→ hold it/,
  );
});

it('says what is kept, what Google believes, and what to add to the policy', () => {
  const kept = inventory({
    cookies: [{ name: '_a', domain: 'shop.example' }],
    localStorage: ['key'],
    google: { ad_storage: 'denied' },
  });
  const suggestion = { services: ['youtube'], unknown: [{ id: 'x', name: 'x', hosts: ['x'] }] };
  const words = wordsOf({ ...NOTHING, inventories: [kept], suggestion, csp: null }).join('\n');
  expect(words).toContain('cookies: _a at shop.example');
  expect(words).toContain('local storage: key');
  expect(words).toContain('ad_storage denied');
  expect(words).toContain('"youtube"');
  expect(words).toContain('{"id":"x","name":"x","hosts":["x"]');
  expect(words).toContain('The policy has a fault');
});
