// Every part imports only what the architecture lets it, and the guard would notice if not.
import { expect, test } from 'vitest';
import { breachesIn } from './import-table.ts';
import { filesIn, read } from './project-files.ts';
import { importsIn } from './read-imports.ts';

const CODE = /\.(ts|tsx|mts|mjs)$/;
const sources = ['src', 'testing', 'frameworks', 'receiver', 'audit', 'demo', 'e2e']
  .flatMap(filesIn)
  .filter((file) => CODE.test(file));

test('no import breaks the table', () => {
  expect(sources.length).toBeGreaterThan(10);
  expect(sources.flatMap((file) => breachesIn(file, read(file)))).toEqual([]);
});

test.for([
  ['src/core/flow.ts', "import { get } from 'idb-keyval';"],
  ['src/core/flow.ts', "import type { Session } from '../browser/telemetry/visit.ts';"],
  ['src/core/flow.ts', "import { build } from 'virtual:s9/build';"],
  ['src/core/flow.ts', "import 'node:fs';"],
  ['src/core/deep/flow.ts', "export * from '../../ui/ask.tsx';"],
  ['src/browser/telemetry/visit.ts', "import { h } from 'preact';"],
  ['src/browser/telemetry/visit.ts', "const ui = await import('../../ui/ask.tsx');"],
  ['src/browser/telemetry/visit.ts', "import {\n  a,\n  b,\n} from '../../start.ts';"],
  ['src/ui/banner/banner.ts', "import { set } from 'idb-keyval';"],
  ['src/ui/banner/banner.ts', "import { store } from '../../browser/database/choice-store.ts';"],
  ['src/ui/banner/banner.ts', "import { banner } from '../../locales/en.ts';"],
  ['src/ui/banner/banner.ts', "import type { lang } from '../../locales/en.ts';"],
  ['src/browser/person/control.ts', "import { control } from '../../locales/en.ts';"],
  ['src/browser/held/find.ts', "import { file } from 'virtual:s9/file/ui';"],
  ['src/ui/banner/banner.ts', "import 'virtual:s9/lends';"],
  ['src/locales/de.ts', "import { VIEWS } from '../core/ask/ask.ts';"],
  ['src/start.ts', "import { Notice } from './ui/Notice.tsx';"],
  ['src/start.ts', "import policy from './policies/social9.json';"],
  ['src/index.ts', "export { isGranted } from './core/gate.ts';"],
  ['src/verify.ts', "import { start } from './start.ts';"],
  ['frameworks/react.ts', "import { createConsent } from '../src/index.ts';"],
  ['frameworks/react.ts', "import { render } from 'react-dom';"],
  ['receiver/store.ts', "import { start } from '../src/start.ts';"],
  ['receiver/store.ts', "import express from 'express';"],
  ['demo/shop.ts', "import { createFlow } from '../src/core/flow.ts';"],
  ['e2e/support/world.ts', "import type { Policy } from '../../src/core/policy.ts';"],
  ['e2e/support/world.ts', "import { createConsent } from 'social9-consent';"],
  ['src/shared/any.ts', ''],
])('trips on %s: %s', ([file, source]) => {
  expect(breachesIn(file ?? '', source ?? '')).toHaveLength(1);
});

test.for([
  ['src/core/flow.ts', "// import { get } from 'idb-keyval';\nimport { a } from './gate.ts';"],
  ['src/core/flow.ts', "/* from 'preact' */ export const text = 'imported';"],
  ['src/ui/banner/banner.ts', "import type { Locale } from '../../locales/locale.ts';"],
  ['src/index.ts', "export type { Policy } from './core/policy.ts';"],
  ['src/core/flow.test.ts', "import { test } from 'vitest';"],
  ['src/index.test-d.ts', "import { createConsent } from './index.ts';"],
])('lets pass %s: %s', ([file, source]) => {
  expect(breachesIn(file ?? '', source ?? '')).toEqual([]);
});

test('a mixed import is not type-only', () => {
  expect(importsIn("import { type A, b } from 'x'; import { type A, type B } from 'y';")).toEqual([
    { specifier: 'x', isTypeOnly: false },
    { specifier: 'y', isTypeOnly: true },
  ]);
});
