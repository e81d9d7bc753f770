// The sample Customer's policy, as its front page has it: the receiver keeps to what the notice says.
import { readFileSync } from 'node:fs';
import type { GivenPolicy } from '../../receiver/index.ts';

const PAGE = new URL('../index.html', import.meta.url);
const SETTINGS = /<script type="application\/json" data-s9-config>(.*?)<\/script>/s;

export function readPolicy(): GivenPolicy {
  const [, json = '{}'] = SETTINGS.exec(readFileSync(PAGE, 'utf8')) ?? [];
  return (JSON.parse(json) as { policy?: GivenPolicy }).policy ?? {};
}
