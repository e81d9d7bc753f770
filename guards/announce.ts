// The examples of docs/announce.md: each as a page would have it, read as the widget reads it.
import { readAnnounce } from '../src/core/announce/read-announce.ts';
import { withServices } from '../src/core/settings/catalogue.ts';
import { checkSettings, merge } from '../src/core/settings/check-settings.ts';
import { catalogue } from '../src/policies/services/catalogue.ts';
import { social9 } from '../src/policies/social9/policy.ts';

/** Settings in the page, in their order. */
export const examplesIn = (page: string): unknown[] =>
  [...page.matchAll(/```json\n([^]*?)```/g)].map(([, json]) => JSON.parse(json ?? '') as unknown);

/** What is told to whom by an example, and everything that is wrong with it. */
export function readExample(example: unknown) {
  const given = merge({ policy: { ...social9, controller: {} } }, example);
  const { merged, faults: unknown } = withServices(given, catalogue);
  const { settings, faults } = checkSettings(merged, social9, unknown);
  const read = readAnnounce(settings.policy.announce, settings.policy);
  // Who tells nobody has nothing to say there.
  const unread = settings.policy.announce === undefined ? [] : read.faults;
  return {
    receivers: read.mappings.map(({ receiver }) => receiver),
    faults: [...faults, ...unread].map(({ path, expected }) => `${path}: ${expected}`),
  };
}
