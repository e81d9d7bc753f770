import { expect, it } from 'vitest';
import { directivesOf, headerNameOf, reportingOf } from './directives.ts';
import { type CspOptions, readOptions } from './options.ts';

const write = (options: CspOptions, ...opened: readonly string[]) =>
  directivesOf(opened, readOptions(options));

it('refuses everything but the site itself and what keeps within the page', () => {
  expect(write({})).toBe(
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self' data: blob:",
  );
});

it('opens what is granted for every kind of request, our endpoint for connections alone', () => {
  const options = { endpoint: 'https://c.example/v1/logs', own: ['https://cdn.example'] };
  expect(write(options, 'films.example')).toBe(
    "default-src 'self' https://cdn.example films.example 'unsafe-inline' 'unsafe-eval' data: blob:; " +
      "connect-src 'self' https://cdn.example https://c.example films.example data: blob:",
  );
});

it('names what two addresses share once', () => {
  const logs = { endpoint: 'https://c.example/a', proofEndpoint: 'https://c.example/b' };
  expect(write(logs).match(/c\.example/g)).toHaveLength(1);
});

it('F-36 is as strict as it is asked to be', () => {
  const strict = write({ strict: true, trustedTypes: true }, 'films.example');
  expect(strict).not.toMatch(/unsafe/);
  expect(strict).toBe(
    "default-src 'self' films.example; img-src 'self' films.example data: blob:; base-uri 'self'; " +
      "connect-src 'self' films.example data: blob:; require-trusted-types-for 'script'; trusted-types s9-consent",
  );
});

it('lets inline code with the nonce run, and no other', () => {
  const policy = write({ nonce: 'aGk=' });
  expect(policy).toContain("script-src 'self' 'nonce-aGk='; style-src 'self' 'nonce-aGk='");
  expect(policy).not.toMatch(/unsafe/);
});

it('says where reports go, in both ways that browsers know', () => {
  const options = { reportTo: 'https://shop.example/csp', reportOnly: true };
  expect(write(options)).toMatch(/; report-uri https:\/\/shop\.example\/csp; report-to s9-csp$/);
  expect(reportingOf(readOptions(options))).toEqual({
    'Reporting-Endpoints': 's9-csp="https://shop.example/csp"',
  });
  expect(headerNameOf(readOptions(options))).toBe('Content-Security-Policy-Report-Only');
  expect(headerNameOf(readOptions({}))).toBe('Content-Security-Policy');
  expect(reportingOf(readOptions({}))).toEqual({});
});

it.each([
  [{ nonce: "a' *" }, "nonce: expected Base64, not a' *"],
  [{ reportTo: '//x.example' }, 'reportTo: expected an address that starts with https: or /'],
  [{ reportTo: 'https://x.example/"; add_header X y' }, 'reportTo: expected an address'],
  [{ endpoint: 'x' }, 'endpoint: expected an address'],
  [{ own: ['*'] }, 'own[0]: expected a host or an address'],
  [{ ownn: ['a.example'] }, 'ownn: expected one of endpoint, proofEndpoint, own'],
])('F-42 refuses %j by name', (options, message) => {
  expect(() => readOptions(options as CspOptions)).toThrow(message);
});
