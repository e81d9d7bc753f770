// What is kept and what has left reads as sentences, whatever stands in the database.
import { expect, test } from 'vitest';
import { social9 } from '../../../src/policies/social9/policy.ts';
import { accountOf } from './account.ts';

const AT = Date.UTC(2026, 10, 28, 12);

const record = (source: string, analytics: boolean) => ({
  recordId: 'a1',
  decidedAt: AT,
  expiresAt: Date.UTC(2027, 4, 28, 12),
  source,
  purposes: { necessary: true, analytics, social: false },
  services: {},
});

const message = (eventName: string, outcome: string) => ({
  sentAt: AT,
  to: '/__studio/receiver',
  outcome,
  body: JSON.stringify({
    resourceLogs: [
      {
        scopeLogs: [
          {
            logRecords: [
              {
                eventName,
                attributes: [
                  { key: 'url.path', value: { stringValue: '/tides' } },
                  { key: 'shop.plan', value: { stringValue: 'pro' } },
                ],
              },
            ],
          },
        ],
      },
    ],
  }),
});

test('before an answer there is nothing to tell, and that is said', () => {
  const empty = { answers: [], messages: [] };
  expect(accountOf(undefined, social9)).toEqual({
    ...empty,
    inShort: 'Nothing is kept, and nothing has left this page.',
  });
});

test('L-25 answers are told newest first: what was pressed, what is granted, until when', () => {
  const history = [record('reject-all', false), record('custom', true)];
  const { answers, inShort } = accountOf({ history }, social9);
  expect(inShort).toBe('2 answers are kept in this browser; nothing has left this page.');
  expect(answers.map(({ title }) => title)).toEqual(['Chose one by one', 'Rejected all']);
  expect(answers[0]?.says).toEqual(['Yes to: Visit statistics.', 'Counts until May 28, 2027.']);
  expect(answers[1]?.says[0]).toBe('Yes to nothing but what is always on.');
  expect(answers[0]?.facts).toEqual([['Number of the answer', 'a1']]);
});

test('L-27 messages are told with what became of them, and all that they hold', () => {
  const ledger = [message('s9.page_view', 'sent'), message('s9.page_leave', 'dropped')];
  const { messages, inShort } = accountOf({ history: [record('custom', true)], ledger }, social9);
  expect(inShort).toBe('1 answer is kept in this browser; 1 message has left this page.');
  expect(messages).toMatchObject([
    { title: 'A page was left', says: ['Stopped by a no: it never left.'] },
    { title: 'A page was opened', says: ['Your receiver took it.'] },
  ]);
  expect(messages[1]?.facts).toEqual([
    ['Page', '/tides'],
    ['shop.plan', 'pro'],
  ]);
});

test('F-11 what others have written there is left out', () => {
  const stored = { history: [null, 7, {}], ledger: 'x' };
  expect(accountOf(stored, social9)).toMatchObject({ answers: [], messages: [] });
});
