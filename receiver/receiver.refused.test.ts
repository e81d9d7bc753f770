// What is refused whole, and what an erasure finds when it comes.
import { describe, expect, test } from 'vitest';
import { DAY_MS } from './fakes.ts';
import { fakeStore, logs, RECORD, refusal, type Sent, served } from './http/fakes.ts';

describe('refused, for a sender must not hear that it arrived', () => {
  const view = (attributes: NonNullable<Sent['attributes']>): Sent => ({ attributes });
  test.each<[string, Sent, string]>([
    [
      'an attribute that nobody knows',
      view({ 'http.referer': 'x' }),
      'attributes.http.referer: expected an attribute of docs/telemetry.md',
    ],
    [
      'an item that the policy does not declare',
      view({ 's9.referrer.domain': 'a.example' }),
      'attributes.s9.referrer.domain: expected the policy social9 to declare the data item referrer for analytics',
    ],
    [
      'an IP address',
      view({ 'client.address': '203.0.113.7' }),
      'attributes.client.address: expected no address in a message: the receiver sees it',
    ],
    [
      'a visitor that the policy does not tell apart',
      view({ 's9.visitor.id': 'v1' }),
      'attributes.s9.visitor.id: expected the policy social9 to have visitors id, and it has none',
    ],
    [
      'an own event without a name',
      { name: 's9.custom' },
      'attributes.s9.custom.name: expected to be given',
    ],
    [
      'an own attribute that the policy does not declare',
      { name: 's9.custom', attributes: { 's9.custom.name': 'sign-up', 's9.custom.plan': 'pro' } },
      'attributes.s9.custom.plan: expected the policy social9 to declare the data item plan for analytics',
    ],
    [
      'an own attribute of another event',
      view({ 's9.custom.language': 'de' }),
      'attributes.s9.custom.language: expected no attribute of s9.custom',
    ],
    [
      'what was searched for',
      view({ 'url.path': '/a?q=illness' }),
      'attributes.url.path: expected no query parameter that the policy does not list',
    ],
    [
      'a fragment',
      view({ 'url.path': '/a#b' }),
      'attributes.url.path: expected no fragment but a page that paths of the policy name',
    ],
    [
      'an address',
      view({ 'url.domain': 'https://a.example/' }),
      'attributes.url.domain: expected a host name',
    ],
    [
      'a list',
      view({ 'url.path': { arrayValue: { values: [] } } }),
      'attributes.url.path: expected one finite value',
    ],
    [
      'a prototype',
      view({ ['__proto__' as string]: 'x', constructor: 'x' }),
      'attributes.__proto__: expected an attribute of docs/telemetry.md',
    ],
    [
      'no number',
      { name: 's9.page_leave', attributes: { 's9.visible_seconds': { doubleValue: 'NaN' } } },
      'attributes.s9.visible_seconds: expected one finite value',
    ],
    [
      'a number without end',
      { name: 's9.page_leave', attributes: { 's9.visible_seconds': { doubleValue: 1e300 } } },
      'attributes.s9.visible_seconds: expected seconds from 0 to 604800, as intValue or doubleValue',
    ],
    [
      'a number nobody can count to',
      {
        name: 's9.page_leave',
        attributes: { 's9.visible_seconds': { intValue: '9223372036854775807' } },
      },
      'attributes.s9.visible_seconds: expected one finite value',
    ],
    [
      'a leave without its time',
      { name: 's9.page_leave' },
      'attributes.s9.visible_seconds: expected to be given',
    ],
    ['the year 1970', { atMs: 0 }, 'timeUnixNano: expected a time of the last 8 days'],
    [
      'F-30 the year 2100',
      { atMs: Date.UTC(2100, 0) },
      'timeUnixNano: expected a time at most a day ahead of the receiver’s clock',
    ],
    [
      'L-26 a proof that tells of the visit',
      { name: 's9.choice', attributes: { 's9.subject.id': 's', 'url.path': '/' } },
      'attributes.url.path: expected an attribute of a proof',
    ],
    [
      'a proof older than it may be kept',
      { name: 's9.choice', atMs: Date.now() - 190 * DAY_MS, attributes: { 's9.subject.id': 's' } },
      'timeUnixNano: expected a time within the retention of the policy',
    ],
    [
      'half a character',
      view({ 'user_agent.name': '\ud800' }),
      'attributes.user_agent.name: expected well-formed Unicode',
    ],
  ])('%s', async (_what, sent, words) => {
    const { post, store } = await served();
    expect(await refusal(await post(logs(sent)))).toEqual([400, `${RECORD}.${words}`]);
    expect(store.written).toEqual([]);
  });
});

test('L-27 an erasure is done after what came with it', async () => {
  const order: string[] = [];
  const store = fakeStore({
    write: async () => void order.push('write'),
    erase: async (recordId) => order.push(`erase ${recordId}`),
  });
  const { post } = await served({ store });
  await post(logs({ name: 's9.erase', attributes: { 's9.record.id': 'r9' } }, {}));
  expect(order).toEqual(['write', 'erase r9']);
});
