// “Your data” on a real page: all that is kept can be read, taken along and erased (L-27).
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Exported } from '../../core/rights/exported.ts';
import { ask, consent, control, dialog, find, open, openPanel, press, root } from '../fakes.ts';

const DAY_MS = 86_400_000;
const NOON_MS = Date.UTC(2026, 2, 1, 12);
const BODY =
  '{"resourceLogs":[{"resource":{"attributes":[]},"scopeLogs":[{"scope":{"name":"social9-consent"},' +
  '"logRecords":[{"eventName":"s9.page_view","attributes":[{"key":"url.path","value":{"stringValue":"/boots"}}]}]}]}]}';

const record = (changes: object) => ({
  recordId: '3f0c9a52-7a2e-4c58-9d3b-0a4f1f6d2b11',
  source: 'custom',
  purposes: { necessary: true, analytics: true, social: false },
  services: { pinterest: true, gone: true },
  decidedAt: NOON_MS,
  expiresAt: NOON_MS + 180 * DAY_MS,
  ...changes,
});

const exported = (changes: Partial<Exported> = {}): Exported => ({
  records: [record({}), record({ source: 'withdraw', purposes: {}, services: {} })],
  ledger: [{ sentAt: NOON_MS, to: 'https://collector.example/v1/logs', body: BODY }],
  queue: [],
  collections: [],
  ...changes,
});

async function openData(kept: Exported | null = exported()): Promise<void> {
  consent.export = () => Promise.resolve(kept);
  open({}, 'data');
  await expect.poll(() => find('.body')?.getAttribute('aria-busy')).toBe('false');
}

const texts = (selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);

test('L-27 shows each answer in words, the newest first', async () => {
  await openData();
  const [newest, older] = texts('.entries:first-of-type li');
  expect(newest).toMatch(/^Withdrawn.*Yes to nothing but what is always on/);
  expect(older).toMatch(/^Chosen one by one.*2026.*Yes to: Visit statistics, Pinterest, and gone/);
  expect(older).toMatch(/Counts until .*Number of this answer: 3f0c9a52/);
});

test('L-27 shows each message byte for byte, and in words', async () => {
  await openData();
  expect(texts('pre')).toEqual([BODY]);
  expect(texts('.entries b').at(-1)).toBe('Page view');
  expect(texts('.entries').at(-1)).toContain('To collector.example');
  expect(texts('details dt')).toEqual(['url.path']);
  expect(texts('details dd')).toEqual(['/boots']);
});

test('L-27 shows the messages of one kind where a person wants that, and all of them again', async () => {
  const leave = BODY.replace('s9.page_view', 's9.page_leave').replace(
    '{"stringValue":"/boots"}}',
    '{"stringValue":"/boots"}},{"key":"s9.visible_seconds","value":{"doubleValue":2.5}}',
  );
  const to = 'https://collector.example/v1/logs';
  await openData(
    exported({
      ledger: [
        { sentAt: NOON_MS, to, body: BODY },
        { sentAt: NOON_MS + 1, to, body: leave },
        { sentAt: NOON_MS + 2, to, body: 'not json' },
      ],
    }),
  );
  const shown = () =>
    [...root.querySelectorAll<HTMLElement>('.entries:last-of-type > li')]
      .filter((each) => each.checkVisibility())
      .map((each) => each.querySelector('b')?.textContent);
  expect(shown()).toEqual(['', 'Time on a page', 'Page view']);
  expect(texts('details dd')).toContain('2.5');
  const choice = find<HTMLSelectElement>('select');
  await userEvent.selectOptions(choice as HTMLSelectElement, 's9.page_leave');
  expect(shown()).toEqual(['Time on a page']);
  await userEvent.selectOptions(choice as HTMLSelectElement, '');
  expect(shown()).toHaveLength(3);
});

test('L-27 offers no choice where all messages are of one kind', async () => {
  await openData();
  expect(find('select')).toBeNull();
});

test('L-27 hides nothing it cannot read: edited records, folded ones, other bodies', async () => {
  const folded = { folded: 3, from: NOON_MS, until: NOON_MS, hash: null };
  await openData(
    exported({
      records: [folded, null, 'junk', { decidedAt: NOON_MS }, record({ source: 'bribed' })],
      ledger: [{ sentAt: NOON_MS, to: '/v1/logs', body: 'not json' }],
      queue: [{ id: 'a', name: 's9.page_view', occurredAt: NOON_MS, attributes: {} }],
    }),
  );
  const unread = 'An entry that is unreadable here';
  const answers = texts('.entries:first-of-type li');
  expect(answers.slice(0, 4)).toEqual([unread, unread, unread, unread]);
  expect(answers.at(-1)).toMatch(/^3 older answers, from /);
  expect(texts('pre')).toEqual(['not json']);
  expect(dialog().textContent).toContain('Waiting to be sent: 1');
});

test('L-27 F-11 nothing that others have stored closes the view, or takes its controls away', async () => {
  const [entry] = exported().ledger;
  const attributes = [{ key: 'url.path' }, null, { key: 'a', value: [[7]] }];
  const logRecords = [{ eventName: 's9.page_view', attributes }, null];
  const odd = JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
  await openData(
    exported({
      records: [
        record({ decidedAt: 1e300 }),
        record({ expiresAt: 1e300 }),
        record({ recordId: [[7]] }),
        record({ source: ['custom'] }),
        { folded: 1, from: 1e300, until: 1 },
        record({}),
      ],
      ledger: [
        null,
        { ...entry, sentAt: 'noon' },
        { ...entry, to: 'http://[' },
        { ...entry, to: 7 },
        { ...entry, body: odd },
        { ...entry, outcome: 'refused' },
      ] as unknown as Exported['ledger'],
    }),
  );
  expect(
    texts('.entries:first-of-type li').filter((each) => each?.includes('unreadable')),
  ).toHaveLength(5);
  const messages = texts('.entries:last-of-type li');
  expect(messages.filter((each) => each?.includes('unreadable'))).toHaveLength(4);
  expect(messages[0]).toContain('To collector.example: turned away');
  expect(texts('pre')).toEqual([BODY, odd]);
  expect(control('erase')).not.toBeNull();
});

test('L-27 what cannot be made into a file is said, and the rest stays', async () => {
  await openData();
  consent.receipt = (() => Promise.reject(new Error('broken'))) as typeof consent.receipt;
  await press('receipt');
  await expect
    .poll(() => find('dialog [role=status]').textContent)
    .toContain('could not be loaded');
  expect(control('erase')).not.toBeNull();
  expect(texts('pre')).toEqual([BODY]);
});

test('L-27 F-11 a copy can be had of what has no form in JSON beside what has', async () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  let text: Promise<string> | undefined;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    text = (blob as Blob).text();
    return 'blob:0';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  await openData(exported({ records: [cycle, 1n, record({})] }));
  await press('export');
  await expect.poll(() => text).toBeDefined();
  vi.restoreAllMocks();
  expect(JSON.parse((await text) as string)).toEqual(
    exported({ records: [null, null, record({})] }),
  );
});

test('says so where what is kept cannot be read at all', async () => {
  consent.export = () => Promise.reject(new Error('broken'));
  open({}, 'data');
  await expect
    .poll(() => find('dialog [role=status]')?.textContent)
    .toContain('could not be loaded');
});

test('L-27 of many messages the newest are drawn, and the others are not kept quiet', async () => {
  const [entry] = exported().ledger;
  const ledger = Array.from({ length: 60 }, (_each, at) => ({ ...entry, body: `message ${at}` }));
  await openData(exported({ ledger: ledger as Exported['ledger'] }));
  expect(texts('pre')).toHaveLength(50);
  expect(texts('pre')[0]).toBe('message 59');
  expect(dialog().textContent).toContain('The newest 50 of 60.');
});

test('says so where nothing is kept, and offers nothing to do with it', async () => {
  await openData(exported({ records: [], ledger: [] }));
  expect(find('dialog [role=status]').textContent).toBe(
    'Nothing is kept here. You have not answered yet.',
  );
  expect(root.querySelector('[data-action=erase]')).toBeNull();
});

test('says so where the file for it is not to be had', async () => {
  await openData(null);
  expect(find('dialog [role=status]').textContent).toContain('could not be loaded');
});

test('L-27 offers the receipt and all of it as files', async () => {
  const files: { name: string; text: Promise<string> }[] = [];
  const blobs = new Map<string, Blob>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.set(`blob:${blobs.size}`, blob as Blob);
    return `blob:${blobs.size - 1}`;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const blob = blobs.get(this.href) as Blob;
    files.push({ name: this.download, text: blob.text() });
  });
  await openData();
  consent.receipt = () => Promise.resolve({ '@type': 'dpv:ConsentReceipt' } as never);
  await press('receipt');
  await press('export');
  await expect.poll(() => files.length).toBe(2);
  vi.restoreAllMocks();
  expect(files.map(({ name }) => name)).toEqual([
    'receipt-localhost.json',
    'your-data-localhost.json',
  ]);
  const contents = await Promise.all(
    files.map(async ({ text }) => JSON.parse(await text) as unknown),
  );
  expect(contents).toEqual([{ '@type': 'dpv:ConsentReceipt' }, exported()]);
});

test('L-27 L-31 one press erases; what is gone, told and left is said without taking the focus', async () => {
  await openData();
  consent.erase = () =>
    Promise.resolve({
      deleted: ['history'],
      remains: ['_ga', 'https://a.example/x.js?id=1'],
      told: 1,
    });
  await press('erase');
  await expect.poll(() => root.querySelector('[part=erased]')).not.toBeNull();
  expect(dialog()).toBeNull();
  const report = find('[part=erased]');
  expect(report.closest('[role=status]')).not.toBeNull();
  expect(report.textContent).toContain('The receiver has been asked to erase');
  expect(texts('[part=erased] li')).toEqual(['_ga', 'a.example/x.js']);
  expect(report.querySelector('[data-action=reload]')).not.toBeNull();
  await press('close');
  expect(root.querySelector('[part=erased]')).toBeNull();
});

test('an erasure that could not be done says so, and nothing is closed', async () => {
  await openData();
  await press('erase');
  await expect
    .poll(() => find('dialog [role=status]').textContent)
    .toContain('could not be loaded');
  expect(dialog().open).toBe(true);
});

test('2.4.3 from the preferences and away, the focus goes back to what opened the first of them', async () => {
  const opener = document.createElement('button');
  document.body.append(opener);
  opener.focus();
  await openPanel();
  consent.export = () => Promise.resolve(exported());
  await press('data');
  await expect.poll(() => dialog().getAttribute('part')).toBe('data');
  expect(root.activeElement?.localName).toBe('h2');
  await userEvent.keyboard('{Escape}');
  await expect.poll(dialog).toBeNull();
  expect(document.activeElement).toBe(opener);
  opener.remove();
});

test('L-11 reading and leaving is no answer', async () => {
  await openData();
  control('close').click();
  expect(dialog()).toBeNull();
  ask.show('banner');
  expect(root.querySelector('.banner')).not.toBeNull();
});

test('L-18 what was agreed to in forms stands by itself, each with its own way back and receipt', async () => {
  const word = {
    recordId: '3f0c9a52-7a2e-4c58-9d3b-0a4f1f6d2b11',
    decidedAt: NOON_MS,
    expiresAt: NOON_MS + DAY_MS,
  };
  const withdrawn: unknown[] = [];
  const receipts: unknown[] = [];
  await openData(
    exported({
      records: [
        record({ source: 'collection', purposes: { 'collection:newsletter': true }, services: {} }),
      ],
      collections: [
        { id: 'newsletter', granted: true, ...word },
        { id: 'raffle', granted: false, ...word },
      ],
    }),
  );
  expect(texts('[data-collection] b')).toEqual(['Newsletter', 'raffle']);
  expect(texts('.entries:first-of-type li')[0]).toMatch(/^Agreed in a form: Newsletter/);
  expect(texts('[data-action=withdraw-one]')).toHaveLength(1);
  consent.receipt = ((of: unknown) => {
    receipts.push(of);
    return Promise.resolve(null);
  }) as typeof consent.receipt;
  await press('receipt-one');
  await expect.poll(() => receipts).toEqual([{ collection: 'newsletter' }]);
  consent.withdraw = async (id, by) => void withdrawn.push(id, (by as Event).type);
  consent.export = async () =>
    exported({ collections: [{ id: 'newsletter', granted: false, ...word }] });
  await press('withdraw-one');
  await expect.poll(() => withdrawn).toEqual(['newsletter', 'click']);
  await expect.poll(() => texts('[data-collection]').join()).toContain('Taken back');
  expect(find('[role=status]').textContent).toBe('');
});
