// What is only listed has the commas of its language, wherever it stands.
import { h, render } from 'preact';
import { expect, test } from 'vitest';
import type { Collection } from '../core/policy/policy.ts';
import ja from '../locales/ja.json' with { type: 'json' };
import type { Locale } from '../locales/locale.ts';
import { forms } from '../policies/social9/forms.ts';
import { MessageList } from './data/MessageList.tsx';
import { policy, questionOf } from './fakes.ts';
import { rowOf } from './forms/words.ts';
import { saysIn } from './grammar.ts';
import type { PreferencesProps } from './preferences/props.ts';
import { StateRow } from './preferences/StateRow.tsx';

const japanese = ja as unknown as Locale;

test('in a form, the data that it takes', () => {
  const collection = forms.collections['contact'] as Collection;
  const content = { policy, collection, itemOf: (id: string) => forms.dataItems[id] };
  expect(rowOf(content, japanese).textContent).toContain('Name、E-mail、Your words');
});

test('in the preferences, the services of a purpose that are on', () => {
  const purposes = { social: true };
  const services = { google: true, facebook: true };
  const question = questionOf({ state: { purposes, services, decidedAt: 0, expiresAt: 1 } });
  const box = document.createElement('div');
  const props = { policy, question, locale: japanese, words: japanese.preferences };
  render(h(StateRow, props as unknown as PreferencesProps), box);
  expect(box.textContent).toContain('Social media (Google、Facebook)');
});

test('of what was sent, the messages of one request', () => {
  const logRecords = ['s9.page_view', 's9.page_leave'].map((eventName) => ({
    eventName,
    attributes: [],
  }));
  const body = JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
  const ledger = [{ sentAt: 0, to: 'https://collector.example/', body }];
  const kept = { records: [], ledger, queue: [], collections: [] };
  const box = document.createElement('div');
  const says = saysIn(japanese);
  render(h(MessageList, { kept, lang: 'ja', says, words: japanese.data }), box);
  expect(box.querySelector('b')?.textContent).toBe('ページの表示、ページの滞在時間');
});
