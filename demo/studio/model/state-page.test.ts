// The pages of each state are asked by a policy the widget has no fault in, and the earlier one asked less.
import { expect, test } from 'vitest';
import { FIRST, settingsInForce } from './design.ts';
import { askedLess, earlierMarkup, markupOf } from './state-page.ts';
import { STATES } from './states.ts';

const settingsIn = (markup: string) => {
  const json = /data-s9-config>([^]*?)<\/script>|createConsent\((.*)\) }/.exec(markup);
  return JSON.parse(json?.[1] ?? json?.[2] ?? '');
};

test.for(STATES)('$id has no fault in its settings, nor the visit before it', (state) => {
  for (const markup of [markupOf(state, FIRST), earlierMarkup(state, FIRST)]) {
    expect(settingsInForce(settingsIn(markup)).faults).toEqual([]);
  }
});

test('what asked less took one data item for each purpose', () => {
  const { purposes } = settingsInForce(askedLess(FIRST).settings).settings.policy;
  const asking = purposes.filter(({ basis }) => basis === 'consent');
  expect(asking.map(({ data }) => data.length)).toEqual([1, 1]);
});

test('seven purposes are seven, whatever the design has', () => {
  const seven = STATES.find(({ purposes }) => purposes === 'seven');
  if (!seven) throw new Error('expected a state of seven purposes');
  const one = { ...FIRST.settings.policy, purposes: [{ id: 'social', drop: true as const }] };
  for (const design of [FIRST, { tokens: {}, settings: { policy: one } }]) {
    const { purposes } = settingsInForce(settingsIn(markupOf(seven, design))).settings.policy;
    expect(purposes.filter(({ basis }) => basis === 'consent')).toHaveLength(7);
  }
});
