import { expect, it } from 'vitest';
import { requestOf, SHOP } from '../fakes.ts';
import { Activity } from './activity.ts';

const request = requestOf({ url: `${SHOP}a` });

it('counts what begins, what ends and what only happens', () => {
  const activity = new Activity();
  activity.begin(request, 'fetch');
  activity.end(request);
  activity.note();
  expect(activity.count).toBe(3);
});

it('holds a request open until its end', () => {
  const activity = new Activity();
  activity.begin(request, 'fetch');
  activity.begin(requestOf({ url: `${SHOP}a` }), 'fetch');
  expect(activity.open).toBe(2);
  activity.end(request);
  expect(activity.open).toBe(1);
});

it.each(['event-source', 'web-socket', 'media'] as const)(
  'waits for no end of a stream: %s',
  (kind) => {
    const activity = new Activity();
    activity.begin(request, kind);
    expect(activity).toMatchObject({ open: 0, count: 1 });
  },
);

it('waits for no end of what is told to have none', () => {
  const activity = new Activity();
  activity.begin(request, 'script');
  activity.disregard(`${SHOP}a`);
  expect(activity.open).toBe(0);
});

it('is not ended by an end whose beginning it missed', () => {
  const activity = new Activity();
  activity.begin(request, 'fetch');
  activity.end(requestOf({ url: `${SHOP}a` }));
  expect(activity.open).toBe(1);
});
