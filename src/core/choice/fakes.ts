// A policy, settings, answers to them, ids that count: what rules are tried with. For tests only.
import type { AskedTerms, PolicyTerms } from '../policy/policy.ts';
import { DEFAULTS, type Settings } from '../settings/settings.ts';
import type { Answer } from './choice.ts';
import { keyOf } from './collections.ts';
import type { WebCrypto } from './web-crypto.ts';

/** 1 March 2026, 12:00 UTC. */
export const NOON_MS = Date.UTC(2026, 2, 1, 12);

export const POLICY: PolicyTerms = {
  id: 'test',
  version: '2026-03-01',
  ip: 'dropped',
  controller: { name: 'The Site' },
  processor: { name: 'Social9' },
  purposes: [
    {
      id: 'necessary',
      data: ['choice'],
      basis: 'necessary',
      recipients: ['controller'],
      retention: 'P6M',
      services: [],
    },
    {
      id: 'analytics',
      data: ['ip', 'page', 'domain', 'browser', 'os'],
      basis: 'consent',
      recipients: ['controller', 'processor'],
      retention: 'P25M',
      services: [],
    },
    {
      id: 'social',
      data: ['ip', 'page'],
      basis: 'consent',
      recipients: ['Film House'],
      retention: 'P13M',
      services: [
        { id: 'film', hosts: ['film.example'], data: ['ip'] },
        { id: 'pins', hosts: ['pins.example'], data: ['ip'] },
      ],
    },
  ],
};

export const SETTINGS: Settings = { ...DEFAULTS, endpoint: '/v1/logs', policy: POLICY };

/** An answer by pointer, with the words of a notice. */
export function answerOf(granted: readonly string[], source: Answer['source'] = 'custom'): Answer {
  return {
    purposes: {
      necessary: true,
      analytics: granted.includes('analytics'),
      social: granted.includes('social'),
    },
    services: { film: granted.includes('film'), pins: granted.includes('pins') },
    source,
    input: 'pointer',
    language: 'en',
    text: 'The Site asks',
  };
}

/** What a form asks. */
export const askedInForm = (id: string, retention = 'P2Y'): AskedTerms => ({
  ip: 'dropped',
  controller: 'The Site',
  processor: 'Social9',
  purposes: {
    [keyOf(id)]: {
      basis: 'consent',
      data: ['email'],
      recipients: ['controller'],
      retention,
      services: {},
    },
  },
});

/** A person's word on a collection. */
export const inForm = (id: string, granted = true, retention?: string): Answer => ({
  purposes: { [keyOf(id)]: granted },
  services: {},
  source: granted ? 'collection' : 'withdraw',
  input: 'pointer',
  language: 'en',
  text: 'Send me the newsletter',
  collection: id,
  asked: askedInForm(id, retention),
});

/** Counting ids and a readable digest. */
export function fakeCrypto(): WebCrypto {
  let count = 0;
  return {
    uuid: (seed) => (seed ? `id-of-${seed.join('')}` : `id-${++count}`),
    digest: (text) => Promise.resolve(`#${text.length}`),
  };
}
