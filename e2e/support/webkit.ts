// The shared fixture in WebKitGTK: the same world and the same verdict, over WebDriver.
import { dirname } from 'node:path';
import { test as base } from 'playwright/test';
import { findWebKit } from '../../scripts/browsers.mjs';
import { expect } from './expect.ts';
import type { VisitOptions } from './fixture.ts';
import { documentOf } from './markup.ts';
import type { Action } from './notice.ts';
import { readHistory, type StoredRecord } from './records.ts';
import { keepRest, type WithRest } from './rest.ts';
import { type Driver, type ElementReference, type Session, startDriver } from './webkit-driver.ts';
import { startWorld, type World } from './world.ts';

export { expect };

/** Runs first in every page; the nonce lets it into a strict one. */
const WATCH = `<script nonce="watch">(${keepRest})(); (() => {
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
  /** What of all this no test may let pass, so far. */
  faults(): Promise<string[]>;
}

interface Bench {
  world: World;
  person: Person;
}

/** Runs in the page: the control, at once or when it has rested; `null` where none can be seen. */
const controlFor = async (action: string, isToRest: boolean): Promise<ElementReference | null> => {
  const rootsIn = (root: Document | ShadowRoot): ShadowRoot[] =>
    [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : [],
    );
  const control = rootsIn(document)
    .flatMap((root) => Array.from(root.querySelectorAll(`[data-action="${action}"]`)))
    .find((each) => each.checkVisibility());
  if (control && isToRest) await (globalThis as unknown as WithRest).__s9AtRest(control);
  return (control ?? null) as unknown as ElementReference | null;
};

/** Runs in the page: where in the window a control stands that is drawn inside a held frame, when it has rested. */
const pointInFrame = async (
  action: string,
  isToRest: boolean,
): Promise<[number, number] | null> => {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-consent]')) {
    const ours = frame.contentDocument?.querySelector('s9-placeholder');
    const control = ours?.shadowRoot?.querySelector(`[data-action="${action}"]`);
    if (!control?.checkVisibility()) continue;
    if (isToRest) await (globalThis as unknown as WithRest).__s9AtRest(control);
    const [outer, inner] = [frame, control].map((each) => each.getBoundingClientRect());
    if (!outer || !inner) return null;
    const { clientLeft, clientTop } = frame;
    return [
      Math.round(outer.x + clientLeft + inner.x + inner.width / 2),
      Math.round(outer.y + clientTop + inner.y + inner.height / 2),
    ];
  }
  return null;
};

const GRANTING = /accept|save|load-once|always-allow/;

function personIn(
  session: Session,
  world: World,
  early: readonly string[],
  aboutToGrant: () => void,
) {
  const expected: RegExp[] = [];
  let url = '';
  const find = (action: Action, isToRest: boolean) => session.run(controlFor, action, isToRest);
  const person: Person = {
    visit: async (markup, { at = '/', headers, tag } = {}) => {
      const page = documentOf(markup, tag).replace(/<head>/, `$&${WATCH}`);
      world.host.put(new URL(at, world.host.origin).pathname, page, headers);
      url = world.host.origin + at;
      await session.goto(url);
    },
    reload: () => session.goto(url),
    sees: async (action) =>
      ((await find(action, false)) ?? (await session.run(pointInFrame, action, false))) !== null,
    press: async (action) => {
      await expect.poll(() => person.sees(action), `${action} can be seen`).toBe(true);
      const control = await find(action, true);
      const point = await session.run(pointInFrame, action, true);
      if (GRANTING.test(action)) aboutToGrant();
      if (control) await session.click(control);
      else if (point) await session.clickAt(...point);
    },
    records: () => session.run(readHistory),
    ran: () => session.run(() => [...((globalThis as { ran?: string[] }).ran ?? [])]),
    expects: (pattern) => expected.push(pattern),
    faults: async () => {
      const seen = await session.run(() => (globalThis as { seen?: string[] }).seen ?? []);
      return [...seen, ...early].filter((fact) => !expected.some((e) => e.test(fact)));
    },
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
      let mayLeave = false;
      const world = await startWorld(dirname(info.file), (what) => {
        if (!mayLeave) early.push(`before a choice: ${what}`);
      });
      const grant = () => {
        mayLeave = true;
      };
      const person = personIn(session, world, early, grant);
      await use({ world, person });
      const faults = await person.faults();
      await world.close();
      expect(faults, 'what no test may let pass').toEqual([]);
    },
    { auto: true },
  ],
  world: ({ bench }, use) => use(bench.world),
  person: ({ bench }, use) => use(bench.person),
});
