// Histories nobody was asked for. Each is made in the page, of a grant of this site that was whole.
import type { StoredRecord } from '../../support/records.ts';

type Forgeries = Readonly<Record<string, (grant: StoredRecord) => unknown>>;

/** What is no choice whoever sealed it, by the rule it would break. */
export const FORGERIES: Readonly<Record<string, Forgeries>> = {
  'F-11 a history that is none,': {
    'a text': () => 'accept-all',
    nothing: () => null,
    'an object with a length': (grant) => ({ length: 1, 0: grant }),
    'a list in a list': (grant) => [[grant]],
    'a list of texts': () => ['accept-all', 'accept-all'],
    'a text of ten million characters': () => 'x'.repeat(10_000_000),
  },
  'F-11 F-10 a record that is none,': {
    'a grant before nothing': (grant) => [grant, null],
    'a text in place of purposes': (grant) => [{ ...grant, purposes: 'analytics' }],
    'no services': (grant) => [{ ...grant, services: null }],
    'nothing that was asked': (grant) => [{ ...grant, asked: undefined }],
    'huge texts': (grant) => [
      { ...grant, asked: 'x'.repeat(5_000_000), purposes: 'x'.repeat(5_000_000) },
    ],
    'a later shape': (grant) => [{ ...grant, shape: 99 }],
    'a shape that is a text': (grant) => [{ ...grant, shape: '1' }],
  },
  'F-30 F-40 F-49 a grant of another time, kind or place,': {
    'made at no time': (grant) => [{ ...grant, decidedAt: Number.NaN }],
    'with no end that is a number': (grant) => [{ ...grant, expiresAt: Number.NaN }],
    'made in two days': (grant) => [{ ...grant, decidedAt: Date.now() + 2 * 86_400_000 }],
    'at its end': (grant) => [{ ...grant, expiresAt: Date.now() - 1 }],
    'as its __proto__': (grant) => [JSON.parse(`{"__proto__":${JSON.stringify(grant)}}`)],
    'for another site': (grant) => [{ ...grant, origin: 'https://other.example' }],
    'for another policy': (grant) => [{ ...grant, policyId: 'other' }],
  },
};

/** What could keep the next record from being written, or the old ones from being erased. */
export const POISON: Forgeries = {
  'a text': () => 'accept-all',
  'a list of nothing': () => [null],
  'an id that is never the same': (grant) => [{ ...grant, recordId: {} }],
  'records no text can be made of': () => [{ toString: 1 }, { toString: 1 }],
  'a time JSON has no form for': (grant) => [{ ...grant, decidedAt: 1n }],
  'a history of itself': () => {
    const history: unknown[] = [];
    history.push(history, { history });
    return history;
  },
};
