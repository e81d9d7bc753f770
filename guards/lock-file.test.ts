// The lock file is whole, and the guard would notice if not.
import { expect, test } from 'vitest';
import { gapsIn, type LockFile } from './lock-file.ts';
import { read } from './project-files.ts';

test('the lock file holds every platform and no address', () => {
  expect(gapsIn(JSON.parse(read('package-lock.json')) as LockFile)).toEqual([]);
});

const tool = { optionalDependencies: { 'tool-mac': '1.0.0' } };

test('a platform left out is noticed', () => {
  expect(gapsIn({ packages: { '': {}, 'node_modules/tool': tool } })).toHaveLength(1);
});

test('a platform locked beside or below its tool is found', () => {
  expect(gapsIn({ packages: { 'node_modules/tool': tool, 'node_modules/tool-mac': {} } })).toEqual(
    [],
  );
  const nested = { 'node_modules/tool': tool, 'node_modules/tool/node_modules/tool-mac': {} };
  expect(gapsIn({ packages: nested })).toEqual([]);
});

test('an address is noticed', () => {
  const resolved = 'https://registry.example/tool-1.0.0.tgz';
  expect(gapsIn({ packages: { 'node_modules/tool': { resolved } } })).toHaveLength(1);
});
