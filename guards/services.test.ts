// docs/services.md and the type of ids are what the catalogue's data say; or this trips.
import { expect, test } from 'vitest';
import { read } from './project-files.ts';
import { ids, tables, untitled } from './services.ts';

const PAGE = 'docs/services.md';

test('the page has the catalogue; this file with `--update` mends it', async () => {
  const page = read(PAGE);
  const introduction = page.slice(0, page.indexOf('\n## ') + 1);
  await expect(`${introduction}${tables()}\n`).toMatchFileSnapshot(`../${PAGE}`);
});

test('every file of the catalogue has its title there', () => {
  expect(untitled()).toEqual([]);
});

test('the type of ids names each, and no other', () => {
  const named = read('src/core/settings/service-id.ts').match(/(?<=\| ')[^']+/g);
  expect(named).toEqual(ids());
});
