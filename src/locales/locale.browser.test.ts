// A second language through every view: no view has words of its own, and every word has a view.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { layOver } from '../browser/held/cover.ts';
import { openDialog } from '../browser/held/dialog.ts';
import { pictureOf } from '../browser/held/picture.ts';
import { createControl } from '../browser/person/control.ts';
import type { Ask, AskHost, ControlNote, Placeholders, Question } from '../core/ask/ask.ts';
import type { HoldReason } from '../core/ask/forms.ts';
import { grantsBy } from '../core/choice/choice.ts';
import { type ConsentState, stateOf } from '../core/choice/state.ts';
import type { Policy } from '../core/policy/policy.ts';
import { termsOf } from '../core/policy/terms.ts';
import { namesIn } from '../core/policy/worded.ts';
import type { Erased, Exported, Outcome } from '../core/rights/exported.ts';
import { DEFAULTS } from '../core/settings/settings.ts';
import { createAsk } from '../ui/ask.ts';
import { dataWith } from '../ui/data/data.tsx';
import { createNotice } from '../ui/forms/notice.ts';
import { createPlaceholders } from '../ui/frames/placeholders.ts';
import type { UiParts } from '../ui/parts.ts';
import { secondLayerWith } from '../ui/preferences/second-layer.tsx';
import * as en from './en.ts';
import type { Locale } from './locale.ts';

const { lang: _lang, dir: _dir, grammar: _grammar, ...english } = en;

/** Each word as its own name, in brackets, and its slots behind it: `⟦banner.title⟧ {controller}`. */
function pseudo(words: unknown, name = ''): unknown {
  if (typeof words === 'string') {
    const slots = [...words.matchAll(/\{\w+\}/g)].map(([slot]) => ` ${slot}`);
    return `⟦${name}⟧${slots.join('')}`;
  }
  const of = (key: string) => (name ? `${name}.${key}` : key);
  return Object.fromEntries(
    Object.entries(words as object).map(([key, word]) => [key, pseudo(word, of(key))]),
  );
}

function namesOfWords(words: unknown, name = ''): string[] {
  if (typeof words === 'string') return [name];
  return Object.entries(words as object).flatMap(([key, word]) =>
    namesOfWords(word, name ? `${name}.${key}` : key),
  );
}

const COUNTED = { one: '⟦# one⟧', other: '⟦# other⟧' };

/** A language that no browser knows: durations, dates and lists in another show it too. */
const LOCALE = {
  lang: 'qaa',
  dir: 'rtl',
  grammar: {
    units: { Y: COUNTED, M: COUNTED, W: COUNTED, D: COUNTED },
    sentence: ['⟦ two ⟧', '⟦ between ⟧', '⟦ last ⟧'],
    items: ['⟦ two ⟧', '⟦ between ⟧', '⟦ last ⟧'],
  },
  ...(pseudo(english) as Omit<Locale, 'lang' | 'dir' | 'grammar'>),
} as Locale;

/** All that a policy can say, in brackets too. */
const POLICY: Policy = {
  id: 'test',
  version: '2026-03-01',
  ip: 'dropped',
  controller: { name: '⟦The Site⟧', contact: '⟦post@site.example⟧', privacyUrl: '/privacy' },
  processor: { name: '⟦Social9⟧', contact: '⟦post@social9.example⟧', privacyUrl: '/processor' },
  dataItems: {
    choice: { name: '⟦your answer⟧' },
    ip: { name: '⟦address⟧' },
    page: { name: '⟦page⟧' },
    os: { name: '⟦system⟧' },
    browser: { name: '⟦browser⟧' },
    domain: { name: '⟦domain⟧' },
  },
  purposes: [
    {
      id: 'necessary',
      name: '⟦remembering⟧',
      why: '⟦to remember⟧',
      data: ['choice'],
      basis: 'necessary',
      recipients: ['controller'],
      retention: 'P6M',
      storage: [{ kind: 'indexedDB', name: '⟦database⟧' }],
      services: [],
    },
    {
      id: 'analytics',
      name: '⟦statistics⟧',
      why: '⟦to count⟧',
      data: ['ip', 'page'],
      basis: 'consent',
      recipients: ['controller', 'processor'],
      retention: 'P2Y',
      visitors: 'none',
      cookies: [{ name: '⟦_ga⟧', domain: '⟦site.example⟧', lifetime: 'P13M' }],
      services: [],
    },
    {
      id: 'social',
      name: '⟦social media⟧',
      why: '⟦to show films⟧',
      data: ['ip', 'page', 'os'],
      basis: 'consent',
      recipients: ['⟦Film House⟧', '⟦Pin House⟧'],
      retention: 'P13M',
      retentions: { page: 'P1M' },
      visitors: 'visit',
      queryParameters: ['⟦size⟧'],
      services: [
        {
          id: 'film',
          name: '⟦films⟧',
          hosts: ['film.example'],
          data: ['ip', 'page'],
          privacyUrl: 'https://film.example/privacy',
        },
        { id: 'pins', name: '⟦pins⟧', hosts: ['pins.example'], data: ['ip'] },
      ],
    },
  ],
  collections: {},
  rights: [{ id: 'erase', name: '⟦erase it⟧', how: '⟦ask {controller}⟧' }],
  texts: {},
};

/** What was asked before everything in it changed; analytics was not. */
const ASKED = termsOf({
  ...POLICY,
  ip: 'kept',
  controller: { name: '⟦the old site⟧' },
  processor: { name: '⟦the old processor⟧' },
  purposes: POLICY.purposes
    .filter(({ id }) => id === 'social')
    .map((purpose) => ({
      ...purpose,
      recipients: ['⟦Film House⟧', '⟦Ad House⟧'],
      data: ['ip', 'domain', 'page'],
      retention: 'P1Y',
      retentions: { page: 'P1D' },
      visitors: 'none' as const,
      queryParameters: ['⟦colour⟧'],
      services: [
        { id: 'film', hosts: [], data: ['ip'] },
        { id: '⟦ads⟧', hosts: [], data: ['ip'] },
      ],
    })),
});

type Changes = Partial<Omit<Question, 'state'>> & { readonly state?: Partial<ConsentState> };

const questionOf = ({ state, ...changes }: Changes = {}): Question => ({
  policy: POLICY,
  pending: ['analytics', 'social'],
  state: {
    ...stateOf(
      null,
      grantsBy(POLICY, () => false),
      {
        decided: false,
        policyVersion: '1',
        signals: { gpc: false },
        storage: 'indexeddb',
      },
    ),
    ...state,
  },
  lang: 'qaa',
  layout: 'bar',
  position: 'bottom',
  theme: 'auto',
  look: 'standard',
  validFor: { granted: 'P6M', denied: 'P6M' },
  asked: undefined,
  ...changes,
});

let page: HTMLElement;
let root: ShadowRoot;
let ask: Ask;
let covers: Placeholders;
let question: Question;
let exported: () => Promise<Exported | null>;
let loadSecondLayer: UiParts['loadSecondLayer'];

const ERASED: Erased = {
  told: 1,
  deleted: ['history'],
  remains: ['⟦_ga⟧', 'https://⟦stats.example/s.js⟧', 'inline'],
};

function start(locale: Locale): void {
  page = document.body.appendChild(document.createElement('main'));
  root = page.appendChild(document.createElement('s9-consent')).attachShadow({ mode: 'open' });
  question = questionOf();
  exported = async () => null;
  const host: AskHost = {
    question: () => question,
    answer: () => undefined,
    viewed: () => undefined,
    isFramed: () => isInFrame,
    refused: () => undefined,
  };
  const policyOf: (terms: Question['policy']) => Policy = (terms) => terms as Policy;
  isMeant = true;
  isInFrame = false;
  const isFair = () => isMeant;
  const loadData = async () => dataWith({ locale, policyOf });
  loadSecondLayer = async () =>
    secondLayerWith({ locale, policyOf, loadData, moveControl: () => undefined });
  ask = createAsk(root, {
    host,
    isFair,
    locale,
    policyOf,
    consent: {
      withdraw: () => Promise.resolve(),
      receipt: () => Promise.resolve(null),
      export: () => exported(),
      erase: async () => ERASED,
    },
    loadSecondLayer: () => loadSecondLayer(),
  });
  covers = createPlaceholders(
    { ...host, loadOnce: () => undefined, open: () => undefined },
    {
      createJudge: () => isFair,
      loadCover: async () => ({ layOver, openDialog, pictureOf }),
      locale,
      namesOf: (terms) => namesIn(terms, { dataItems: {}, services: {} }),
    },
  );
}

function stop(): void {
  ask.show(null);
  covers.cover([]);
  page.remove();
}

/** Whether presses are taken to be meant. */
let isMeant = true;
let isInFrame = false;

beforeEach(() => start(LOCALE));
afterEach(stop);

const find = (selector: string) => root.querySelector<HTMLElement>(selector);
const isDrawn = (selector: string) => expect.poll(() => find(selector)).not.toBeNull();
const isSaid = () => expect.poll(() => find('[role=status]')?.textContent).toBeTruthy();

/** Opens a view of the second layer, and waits for it. */
async function open(view: 'preferences' | 'data', changes: Changes = {}): Promise<void> {
  question = questionOf(changes);
  ask.show(view);
  await isDrawn(`[part=${view}]`);
}

async function openData(kept: Exported | null): Promise<void> {
  exported = async () => kept;
  await open('data');
  await isDrawn('.body[aria-busy=false]');
}

const NOON_MS = Date.UTC(2026, 2, 1, 12);

const recordOf = (source: string, purposes: Record<string, boolean> = {}) => ({
  recordId: 'a-record',
  source,
  purposes,
  services: {},
  decidedAt: NOON_MS,
  expiresAt: NOON_MS + 1,
});

const messageOf = (eventName: string) => ({
  sentAt: NOON_MS,
  to: 'https://collector.example/v1/logs',
  body: JSON.stringify({
    resourceLogs: [
      {
        scopeLogs: [
          {
            logRecords: [
              {
                eventName,
                attributes: [{ key: '⟦url.path⟧', value: { stringValue: '⟦/boots⟧' } }],
              },
            ],
          },
        ],
      },
    ],
  }),
});

const MESSAGES = [
  ...Object.keys(en.data.events).map(messageOf),
  ...Object.keys(en.data.outcomes)
    .filter((outcome) => outcome !== 'noted')
    .map((outcome) => ({ ...messageOf('s9.page_view'), outcome: outcome as Outcome })),
];

const KEPT: Exported = {
  records: [
    { folded: 3, from: NOON_MS, until: NOON_MS, hash: null },
    'junk',
    ...Object.keys(en.data.sources).map((source) => recordOf(source)),
    recordOf('custom', { analytics: true, social: true }),
  ],
  ledger: [...Array.from({ length: 60 }, () => messageOf('s9.page_view')), ...MESSAGES],
  queue: [{ id: 'a', name: 's9.page_view', occurredAt: NOON_MS, attributes: {} }],
  collections: [true, false].map((granted) => ({
    id: `⟦${granted ? 'raffle' : 'newsletter'}⟧`,
    granted,
    recordId: 'a-record',
    decidedAt: NOON_MS,
    expiresAt: NOON_MS + 1,
  })),
};

function coverFrame(missing: string, ...hosts: string[]): void {
  const element = page.appendChild(document.createElement('iframe'));
  covers.cover([{ element, missing: [missing], hosts }]);
}

/** A notice in a form, and why the form was not sent. */
function drawNotice(reason?: HoldReason): void {
  const collection = {
    name: '⟦Newsletter⟧',
    why: '⟦To send it⟧',
    data: ['email'],
    recipients: ['controller'],
    retention: 'P1M',
    consent: true,
    act: '⟦Send it⟧',
  };
  const content = { policy: POLICY, collection, itemOf: () => ({ name: '⟦E-mail⟧' }) };
  const notice = createNotice(content, LOCALE, {
    isFair: () => true,
    isFramed: () => false,
    refused: () => undefined,
    ticked: () => undefined,
  });
  root.append(notice.box);
  if (reason) notice.hold(reason);
}

const HELD_NOTICES = Object.fromEntries(
  Object.keys(en.forms.held).map((reason) => [
    `a notice in a form that is held: ${reason}`,
    () => drawNotice(reason as HoldReason),
  ]),
);

const drawControl = (isOptedOut: boolean, note?: ControlNote) =>
  createControl(() => root, LOCALE.control, isOptedOut, DEFAULTS)(true, note);

/** Every view, in each state in which it says something else. */
const VIEWS: Readonly<Record<string, () => unknown>> = {
  'the banner': () => ask.show('banner'),
  'the banner of a second question': async () => {
    question = questionOf({ asked: ASKED });
    question = { ...question, state: { ...question.state, decidedAt: NOON_MS } };
    ask.show('banner');
    await isDrawn('.change');
  },
  'the banner after a press that did not count': async () => {
    isMeant = false;
    ask.show('banner');
    await userEvent.click(find('[data-action=accept]') as Element);
    await isDrawn('[role=status]');
  },
  'the banner after a press of a program': () => {
    ask.show('banner');
    find('[data-action=accept]')?.click();
  },
  'the banner after a yes that could not be kept': () => {
    ask.show('banner');
    ask.showUnkept();
  },
  'the banner while the preferences are on their way': async () => {
    loadSecondLayer = () => new Promise(() => undefined);
    ask.show('banner');
    find('[data-action=choose]')?.click();
    await isSaid();
  },
  'the banner where the preferences do not come': async () => {
    loadSecondLayer = async () => null;
    ask.show('banner');
    find('[data-action=choose]')?.click();
    await isSaid();
  },
  'the preferences that are left with a switch turned': async () => {
    await open('preferences');
    await userEvent.click(find('dialog input:enabled') as Element);
    find('dialog [data-action=close]')?.click();
    await isDrawn('dialog [role=status]');
  },
  'the preferences after a press in a page of another site': async () => {
    await open('preferences');
    isInFrame = true;
    await userEvent.click(find('dialog [data-action=accept]') as Element);
    await isDrawn('[role=status]');
  },
  'the preferences': () => open('preferences'),
  'the preferences of a person who has decided': () => {
    // As the tag draws it.
    root.appendChild(document.createElement('button')).part.add('control');
    return open('preferences', {
      policy: { ...POLICY, ip: 'truncated' } as Policy,
      state: {
        decided: true,
        decidedAt: NOON_MS,
        expiresAt: NOON_MS,
        signals: { gpc: true },
        storage: 'memory',
      },
    });
  },
  'the preferences of a person who has said yes': () =>
    open('preferences', {
      state: {
        decidedAt: NOON_MS,
        expiresAt: NOON_MS,
        purposes: { analytics: true, social: true },
        services: { youtube: true },
      },
    }),
  'the preferences where a yes is shorter than a no': () =>
    open('preferences', {
      policy: {
        ...POLICY,
        ip: 'kept',
        purposes: POLICY.purposes.map((purpose) => ({ ...purpose, visitors: 'id' })),
      } as Policy,
      validFor: { granted: 'P3M', denied: 'P1Y' },
    }),
  'what remains': async () => {
    ask.showRemains({ scripts: ['https://⟦stats.example/s.js⟧', 'inline'], stored: ['⟦_ga⟧'] });
    await isDrawn('[part=remains]');
  },
  'the data that are being read': () => {
    exported = () => new Promise(() => undefined);
    return open('data');
  },
  'the data that are not to be had': () => openData(null),
  'no data': () => openData({ ...KEPT, records: [], ledger: [], queue: [] }),
  'the data of an answer alone': () => openData({ ...KEPT, ledger: [], queue: [] }),
  'all the data': () => openData(KEPT),
  'what was erased': async () => {
    await openData(KEPT);
    find('[data-action=erase]')?.click();
    await isDrawn('[part=erased]');
  },
  'the placeholder of a service': () => coverFrame('service:film'),
  'the placeholder of a purpose': () => coverFrame('social'),
  'the placeholder of an undeclared host': () => coverFrame('undeclared', '⟦other.example⟧'),
  'the whole of a small placeholder': async () => {
    coverFrame('service:film');
    rootIn(page.querySelector('iframe')?.contentDocument)
      ?.querySelector<HTMLElement>('[data-action=open]')
      ?.click();
    await expect.poll(() => roots()).toHaveLength(3);
  },
  'a notice in a form': () => drawNotice(),
  ...HELD_NOTICES,
  'the permanent control': () => drawControl(false),
  'the permanent control under an opt-out': () => drawControl(true),
  'the permanent control that is opening': () => drawControl(false, 'opening'),
  'the permanent control that could not open': () => drawControl(false, 'failed'),
  'the permanent control that withdrew': () => drawControl(false, 'withdrawn'),
};

const SAID = ['aria-label', 'aria-description', 'title', 'alt', 'placeholder'];

const rootIn = (around?: ParentNode | null): ShadowRoot | null | undefined =>
  around?.querySelector('s9-placeholder')?.shadowRoot;

const roots = (): readonly ShadowRoot[] => [
  root,
  ...Array.from(page.querySelectorAll('iframe')).flatMap(
    ({ contentDocument }) => rootIn(contentDocument) ?? [],
  ),
  ...Array.from(document.querySelectorAll('s9-cover')).flatMap(
    ({ shadowRoot }) => rootIn(shadowRoot) ?? [],
  ),
];

/** All that a person can read or hear on the page, but for messages quoted byte for byte. */
function texts(): string[] {
  const said: string[] = [];
  for (const each of roots()) {
    const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode as Text;
      // A sentence with a name in it is one.
      const whole = parentElement?.closest('h2,p,button')?.textContent ?? data;
      if (data.trim() && !parentElement?.closest('pre')) said.push(whole.trim());
    }
    for (const element of each.querySelectorAll('*')) {
      for (const name of SAID) said.push(element.getAttribute(name) ?? '');
    }
  }
  return said.filter(Boolean);
}

/** What a browser calls its storage, and we the key in it, a host and an id are no words of any language. */
const KINDS =
  /\b(indexedDB|localStorage|sessionStorage|s9-consent(?:-link)?|collector\.example|a-record)\b/g;

/** Without all that stands in brackets, one in another too. */
function outside(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  return less === text ? text.replace(KINDS, '') : outside(less);
}

/** Words that came from nowhere, and slots nobody has filled. */
const strays = () => texts().filter((text) => /[a-z]/i.test(outside(text)) || text.includes('{'));

describe('in a language of its own', () => {
  test.for(Object.entries(VIEWS))('L-24 no word of another stands in %s', async ([, draw]) => {
    await draw();
    expect(texts()).not.toEqual([]);
    expect(strays()).toEqual([]);
  });

  const boxed = Object.entries(VIEWS).filter(([name]) => !name.startsWith('the permanent control'));
  test.for(boxed)('L-24 which it is, and its direction, is told of %s', async ([, draw]) => {
    await draw();
    const boxes = roots().flatMap((each) => [
      ...each.querySelectorAll<HTMLElement>('.s9, .notice'),
    ]);
    expect(boxes.length).toBeGreaterThan(0);
    expect(boxes.map(({ lang, dir }) => [lang, dir])).toEqual(boxes.map(() => ['qaa', 'rtl']));
  });
});

test('L-24 a word that came from nowhere would be noticed', async () => {
  stop();
  start({ ...LOCALE, preferences: en.preferences });
  await open('preferences');
  expect(strays()).toContain('Your choices');
  stop();
  start({ ...LOCALE, grammar: en.grammar });
  await open('preferences');
  expect(strays()).toContain('6 months');
});

test('L-24 every word stands in a view', async () => {
  const seen = new Set<string>();
  for (const draw of Object.values(VIEWS)) {
    await draw();
    for (const [, name] of texts()
      .join()
      .matchAll(/⟦([\w.-]+)/g))
      seen.add(name as string);
    stop();
    start(LOCALE);
  }
  expect(namesOfWords(english).filter((name) => !seen.has(name))).toEqual([]);
});
