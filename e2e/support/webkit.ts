// The shared fixture in WebKitGTK: the same world and the same verdict, over WebDriver.
import { dirname } from 'node:path';
import { test as base, expect } from 'playwright/test';
import { findWebKit } from '../../scripts/browsers.mjs';
import type { VisitOptions } from './fixture.ts';
import { documentOf } from './markup.ts';
import type { Action } from './notice.ts';
import { readHistory, type StoredRecord } from './records.ts';
import { type Driver, type ElementReference, type Session, startDriver } from './webkit-driver.ts';
import { startWorld, type World } from './world.ts';

export { expect };

/** Runs first in every page; the nonce lets it into a strict one. */
const WATCH = `<script nonce="watch">(() => {
  const seen = globalThis.seen = [];
  const { error } = console;
  console.error = (...words) => { seen.push('console error: ' + words.join(' ')); error(...words); };
  addEventListener('error', (e) => seen.push('page error: ' + (e.message ?? e.target)));
  addEventListener('unhandledrejection', (e) => seen.push('page error: ' + e.reason));
  document.addEventListener('securitypolicyviolation', (e) =>
    seen.push('CSP report: ' + e.effectiveDirective + ' refused ' + e.blockedURI));
})()</script>`;

interface Person {
  visit(markup: string, options?: Omit<VisitOptions, 'page'>): Promise<void>;
  reload(): Promise<void>;
  sees(action: Action): Promise<boolean>;
  press(action: Action): Promise<void>;
  records(): Promise<StoredRecord[]>;
  ran(): Promise<string[]>;
  /** Facts of this page that are expected from now on. */
  expects(pattern: RegExp): void;
}

interface Bench {
  world: World;
  person: Person;
}

/** Runs in the page: the control, once it has been in one place for a while. */
const controlAtRest = (action: string, restMs: number): Promise<ElementReference | null> =>
  new Promise((done) => {
    const roots = [...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot);
    const control = roots
      .flatMap((root) => Array.from(root?.querySelectorAll(`[data-action="${action}"]`) ?? []))
      .find((each) => each.checkVisibility());
    let since = performance.now();
    let seen = '';
    const look = (): void => {
      const place = JSON.stringify(control?.getBoundingClientRect());
      if (place !== seen) since = performance.now();
      seen = place;
      const isAtRest = performance.now() - since > restMs;
      if (!control || isAtRest) done((control ?? null) as unknown as ElementReference | null);
      else requestAnimationFrame(look);
    };
    look();
  });

const GRANTING = /accept|save|load-once|always-allow/;

function personIn(session: Session, world: World, aboutToGrant: () => void, expected: RegExp[]) {
  let url = '';
  const find = (action: Action, restMs: number) => session.run(controlAtRest, action, restMs);
  const person: Person = {
    visit: async (markup, { at = '/', headers, tag } = {}) => {
      const page = documentOf(markup, tag).replace(/<head>/, `$&${WATCH}`);
      world.host.put(new URL(at, world.host.origin).pathname, page, headers);
      url = world.host.origin + at;
      await session.goto(url);
    },
    reload: () => session.goto(url),
    sees: async (action) => (await find(action, 0)) !== null,
    press: async (action) => {
      await expect.poll(() => person.sees(action), `${action} can be seen`).toBe(true);
      const control = await find(action, 600);
      if (GRANTING.test(action)) aboutToGrant();
      if (control) await session.click(control);
    },
    records: () => session.run(readHistory),
    ran: () => session.run(() => [...((globalThis as { ran?: string[] }).ran ?? [])]),
    expects: (pattern) => expected.push(pattern),
  };
  return person;
}

export const test = base.extend<Bench & { session: Session; bench: Bench }, { driver: Driver }>({
  driver: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what is needed
    async ({}, use) => {
      const programs = findWebKit();
      if (!programs) throw new Error('WebKitGTK is not here');
      const driver = await startDriver(programs);
      await use(driver);
      driver.close();
    },
    { scope: 'worker' },
  ],
  session: async ({ driver }, use) => {
    const session = await driver.open();
    await use(session);
    await session.close();
  },
  bench: [
    async ({ session }, use, info) => {
      const early: string[] = [];
      const expected: RegExp[] = [];
      let mayLeave = false;
      const world = await startWorld(dirname(info.file), (what) => {
        if (!mayLeave) early.push(`before a choice: ${what}`);
      });
      const grant = () => {
        mayLeave = true;
      };
      await use({ world, person: personIn(session, world, grant, expected) });
      const seen = await session.run(() => (globalThis as { seen?: string[] }).seen ?? []);
      await world.close();
      const faults = [...seen, ...early].filter((fact) => !expected.some((e) => e.test(fact)));
      expect(faults, 'what no test may let pass').toEqual([]);
    },
    { auto: true },
  ],
  world: ({ bench }, use) => use(bench.world),
  person: ({ bench }, use) => use(bench.person),
});
