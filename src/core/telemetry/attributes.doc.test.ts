// The page that Customers read has the table as it is.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NEEDS } from './attributes.ts';

const ROW = /^\| `([a-z0-9_.]+)` \| `([a-z-]+)` \|$/gm;

it.each(['telemetry.md', 'contract.md'])(
  'L-26 docs/%s names each attribute and its data item',
  (name) => {
    const text = readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
    const rows = text
      .replaceAll(/^\| (`[^|]*), (`[^|]*`) \| (`[^|]*`) \|$/gm, '| $1 | $3 |\n| $2 | $3 |')
      .matchAll(ROW);
    const said = Object.fromEntries([...rows].map(([, attribute, item]) => [attribute, item]));
    expect(said).toEqual(NEEDS);
  },
);
