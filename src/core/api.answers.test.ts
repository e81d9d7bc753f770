// What a site may answer for a person: a yes with a press, a no always.
import { describe, expect, it } from 'vitest';
import { answerOf, inForm, SETTINGS } from './choice/fakes.ts';
import { keep } from './choice/keep/keep.ts';
import { complaint, fakeWorld, grantedPage, kept, pageOf, readyPage, settled } from './fakes.ts';

describe('set', () => {
  it('F-43 grants during a gesture, as the answer of the site', async () => {
    const { consent, person, disk } = await readyPage();
    person.isPressing = true;
    await consent.set({ analytics: true });
    expect(consent.allows('analytics')).toBe(true);
    expect(disk.history.at(-1)).toMatchObject({
      source: 'site',
      input: 'script',
      language: null,
      textHash: null,
    });
  });

  it('L-20 of a purpose brings its services along, but for those named themselves', async () => {
    const { consent, person } = await readyPage();
    person.isPressing = true;
    await consent.set({ social: true });
    expect(consent.state.services).toEqual({ film: true, pins: true });
    person.isPressing = true;
    await consent.set({ social: true, 'service:pins': false });
    expect(consent.state).toMatchObject({
      purposes: { social: true },
      services: { film: true, pins: false },
    });
  });

  it('L-20 of a service leaves its purpose and the others as they are', async () => {
    const { consent, person } = await readyPage();
    person.isPressing = true;
    await consent.set({ 'service:film': true });
    expect(consent.state).toMatchObject({
      purposes: { analytics: false, social: false },
      services: { film: true, pins: false },
    });
  });

  it('leaves what it does not name as it was', async () => {
    const { consent } = await grantedPage('analytics', 'social', 'film');
    await consent.set({ 'service:film': false });
    expect(consent.state).toMatchObject({
      purposes: { analytics: true, social: true },
      services: { film: false },
    });
  });

  it('takes back without a gesture', async () => {
    const { consent, told } = await grantedPage('analytics', 'social', 'film');
    await consent.set({ social: false });
    expect(consent.state).toMatchObject({
      purposes: { analytics: true, social: false },
      services: { film: false },
    });
    expect(told.map(([type]) => type)).not.toContain('refused');
  });

  it('F-43 without a gesture does of it what takes back, and tells that the rest was refused', async () => {
    const { consent, told } = await grantedPage('analytics');
    await consent.set({ analytics: false, social: true });
    expect(consent.state).toMatchObject({ purposes: { analytics: false, social: false } });
    expect(told[0]).toEqual(['refused', { action: 'site', reason: 'no-gesture' }]);
  });

  it('L-17 of what is necessary changes nothing of it', async () => {
    const { consent } = await readyPage();
    await consent.set({ necessary: false });
    expect(consent.allows('necessary')).toBe(true);
  });

  it.each<[unknown, string]>([
    [{ shoes: true }, 'set: shoes'],
    [{ 'service:shoes': true }, 'set: service:shoes'],
    [{ film: true }, 'set: film'],
    [{ analytics: 'yes' }, 'set: analytics'],
    [{ analytics: 1 }, 'set: analytics'],
    [{ analytics: null }, 'set: analytics'],
    [JSON.parse('{"__proto__":true}'), 'set: __proto__'],
    [{ constructor: true }, 'set: constructor'],
    ['analytics', 'set: 0'],
    [['analytics'], 'set: 0'],
    [[], 'set'],
    [{}, 'set'],
    [true, 'set'],
    [null, 'set'],
    [undefined, 'set'],
  ])('of %j says what it expects, and answers nothing', async (values, where) => {
    const { consent, person, events } = await readyPage();
    person.isPressing = true;
    expect(complaint(() => consent.set(values as Record<string, boolean>))).toBe(
      `consent.${where}: expected ids of the policy, each true or false`,
    );
    await settled();
    expect(events).toEqual([]);
  });
});

describe('set on a first visit', () => {
  it.each([
    [true, { analytics: true, social: false }],
    [false, { analytics: false, social: false }],
  ])(
    'is the whole answer, analytics %s: what it does not name is a no',
    async (value, answered) => {
      const { consent, person, disk } = await readyPage();
      person.isPressing = true;
      await consent.set({ analytics: value });
      expect(consent.state.decided).toBe(true);
      expect(disk.history).toMatchObject([{ source: 'site', purposes: answered }]);
    },
  );
});

describe('set before the settings are known', () => {
  const { policy } = SETTINGS;
  const purposes = policy.purposes.filter(({ basis }) => basis === 'necessary');
  const UNREAD = { ...SETTINGS, policy: { ...policy, purposes } };

  it('waits for them, and does what it says', async () => {
    const world = fakeWorld();
    await (await readyPage(world)).flow.decide(answerOf(['analytics', 'social']));
    const { consent, begin } = pageOf(world, SETTINGS, UNREAD);
    const answered = consent.set({ social: false });
    begin();
    await answered;
    expect(consent.state).toMatchObject({
      source: 'site',
      purposes: { analytics: true, social: false },
    });
  });

  it('F-34 counts by the press it was called upon', async () => {
    const { consent, person, begin, disk } = pageOf(fakeWorld(), SETTINGS, UNREAD);
    person.isPressing = true;
    const setting = consent.set({ analytics: true });
    begin();
    await setting;
    expect(disk.history).toMatchObject([{ source: 'site', purposes: { analytics: true } }]);
  });

  it('then names what is none of their ids', async () => {
    const { consent, begin, events } = pageOf(fakeWorld(), SETTINGS, UNREAD);
    const answered = consent.set({ shoes: false });
    begin();
    await expect(answered).rejects.toThrow(
      new TypeError('consent.set: shoes: expected ids of the policy, each true or false'),
    );
    expect(kept(events)).toBe(0);
    expect(complaint(() => consent.set({ analytics: 1 } as never))).toContain('set: analytics');
  });

  it('a no of the site counts where every setting was refused', async () => {
    const { consent } = await readyPage(fakeWorld(), UNREAD);
    await consent.set({ analytics: false });
    expect(consent.state).toMatchObject({ decided: true, source: 'site' });
  });
});

describe('accept, reject, withdraw', () => {
  it('F-43 accept grants everything during a gesture', async () => {
    const { consent, person, disk } = await readyPage();
    person.isPressing = true;
    await consent.accept();
    expect(consent.state).toMatchObject({
      decided: true,
      source: 'site',
      purposes: { analytics: true, social: true },
      services: { film: true, pins: true },
    });
    expect(disk.history).toHaveLength(1);
  });

  it('F-43 the gesture is that of the call, however long it takes to be ready', async () => {
    const { consent, person, begin } = pageOf();
    person.isPressing = true;
    const accepted = consent.accept();
    person.isPressing = false;
    const refused = consent.set({ social: true });
    begin();
    await Promise.all([accepted, refused]);
    expect(consent.allows('analytics')).toBe(true);
  });

  it('F-43 a call without a gesture is refused: it is told, records nothing and changes nothing', async () => {
    for (const call of ['accept', 'set'] as const) {
      const { consent, told, events, disk, shown } = await readyPage();
      await (call === 'set' ? consent.set({ analytics: true }) : consent.accept());
      await settled();
      expect(told).toEqual([['refused', { action: 'site', reason: 'no-gesture' }]]);
      expect(events).toEqual(['s9:refused']);
      expect(disk.history).toEqual([]);
      expect(consent.state.decided).toBe(false);
      expect(shown()).toBe('banner');
    }
  });

  it('F-43 one press is good for one answer, and for none after another one', async () => {
    const { consent, person, told } = await readyPage();
    person.isPressing = true;
    await Promise.all([consent.set({ analytics: true }), consent.set({ social: true })]);
    expect(consent.state.purposes).toMatchObject({ analytics: true, social: false });
    expect(told[0]).toEqual(['refused', { action: 'site', reason: 'no-gesture' }]);
    person.isPressing = true;
    await consent.reject();
    await consent.accept();
    expect(consent.allows('analytics')).toBe(false);
  });

  it('F-43 an answer on the notice uses a press on the page up: a listener cannot turn a no into a yes', async () => {
    const { consent, person, answer } = await readyPage();
    person.isPressing = true;
    consent.on('change', () => void consent.accept());
    answer(answerOf([]));
    await settled();
    expect(consent.state).toMatchObject({ decided: true, purposes: { analytics: false } });
  });

  it('F-45 in a frame of another site no press counts, and the reason is told', async () => {
    const { consent, person, told } = await readyPage();
    person.isPressing = person.isFramed = true;
    await consent.accept();
    expect(told).toEqual([['refused', { action: 'site', reason: 'framed' }]]);
    expect(consent.state.decided).toBe(false);
  });

  it('F-43 a call that is refused leaves an earlier choice as it was', async () => {
    const { consent, events, disk } = await grantedPage('analytics');
    const [before] = disk.history;
    await consent.accept();
    await settled();
    expect(disk.history).toEqual([before]);
    expect(kept(events)).toBe(0);
    expect(consent.state).toMatchObject({ purposes: { analytics: true, social: false } });
  });

  it.each([
    ['reject', 'reject-all'],
    ['withdraw', 'withdraw'],
  ] as const)('X-01 %s needs no gesture, and is recorded as %s', async (call, source) => {
    const { consent, told } = await grantedPage('analytics', 'social', 'film');
    await consent[call]();
    expect(consent.state).toMatchObject({
      decided: true,
      source,
      purposes: { necessary: true, analytics: false, social: false },
      services: { film: false, pins: false },
    });
    expect(told.map(([type]) => type)).not.toContain('refused');
  });

  it('L-25 a no where nothing was granted is an answer too', async () => {
    const { consent, disk, shown } = await readyPage();
    await consent.reject();
    await settled();
    expect(disk.history).toMatchObject([{ source: 'reject-all' }]);
    expect(shown()).toBeNull();
  });
});

describe('what was agreed to in forms', () => {
  const agreed = async () => {
    const page = await readyPage();
    await keep(inForm('newsletter'), SETTINGS, page.keeping);
    return page;
  };

  it('is told by its id, frozen', async () => {
    const { consent } = await agreed();
    expect(consent.collections).toMatchObject({ newsletter: { granted: true } });
    expect(consent.state.decided).toBe(false);
  });

  it('L-18 is taken back by its id, and nothing else is', async () => {
    const { consent, events } = await agreed();
    await consent.withdraw('newsletter');
    expect(events).toContain('take back newsletter');
    expect(events).not.toContain('noted');
  });

  it('L-18 hands on the press it came by, for the record to name', async () => {
    const { consent, events } = await agreed();
    const press = { toString: () => 'a press' };
    await consent.withdraw('newsletter', press);
    expect(events).toContain('take back newsletter by a press');
  });

  it('L-18 any other argument is no reason not to withdraw', async () => {
    const { consent, events } = await agreed();
    await consent.withdraw({ type: 'click' } as never);
    expect(events).toContain('noted');
  });
});
