// The address says who receives something; “always allow” grants what is named and is enough, or is not there.
import { expect, test } from 'vitest';
import { POLICY } from '../../core/choice/fakes.ts';
import { receiversOf } from './receivers.ts';

const of = (missing: string, ...hosts: string[]) =>
  receiversOf({ missing: missing.split(' '), hosts }, POLICY);
const FILM = { id: 'film', hosts: ['film.example'], data: ['ip'] };

test.for([
  ['social service:film', ['film.example']],
  ['social', ['film.example']],
  ['service:film', ['film.example']],
  ['service:film', []],
] as const)('L-22 “%s” at %s is the service alone', ([missing, hosts]) => {
  expect(of(missing, ...hosts)).toEqual({
    services: [FILM],
    undeclared: [],
    recipients: [],
    data: ['ip'],
    allows: { services: { film: true } },
  });
});

test('L-22 an undeclared host is named itself, never the recipients of its purpose, and is not to be allowed', () => {
  for (const missing of ['social undeclared', 'social', 'service:film undeclared', 'nobody']) {
    expect(of(missing, 'other.example')).toEqual({
      services: [],
      undeclared: ['other.example'],
      recipients: [],
      data: ['ip', 'browser', 'page'],
      allows: null,
    });
  }
});

test('L-22 declared and undeclared hosts of one frame are both named', () => {
  const { services, undeclared, allows } = of('social', 'film.example', 'other.example');
  expect([services, undeclared, allows]).toEqual([[FILM], ['other.example'], null]);
});

test('L-22 a frame of the site itself goes by its purposes', () => {
  expect(of('analytics')).toEqual({
    services: [],
    undeclared: [],
    recipients: ['controller', 'processor'],
    data: ['ip', 'page', 'domain', 'browser', 'os'],
    allows: { purposes: { analytics: true } },
  });
});

test('L-20 what would stay held is not to be allowed', () => {
  expect(of('statistics').allows).toBeNull();
  expect(of('service:nobody', 'film.example').allows).toBeNull();
  expect(of('social analytics', 'film.example').allows).toBeNull();
});

test('L-22 nobody is named where nobody is known', () => {
  expect(of('statistics')).toMatchObject({
    services: [],
    undeclared: [],
    recipients: [],
    data: [],
  });
});
