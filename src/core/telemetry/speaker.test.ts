// Telemetry is a file of its own: who fetches it, when, and what it is told from then on.
import { describe, expect, it } from 'vitest';
import { answerOf, SETTINGS } from '../choice/fakes.ts';
import type { InForce } from '../choice/in-force.ts';
import type { ConsentState } from '../choice/state.ts';
import { createEventually } from '../eventually.ts';
import { fakeWorld, settled, started, withFiles } from '../fakes.ts';
import type { TelemetryHost } from '../ports.ts';
import { createSpeaker } from './speaker.ts';

/** A page where analytics is granted or not, and whose file for telemetry comes or not. */
function page({ endpoint = SETTINGS.endpoint } = {}) {
  const now = { isGranted: false, isToBeHad: true, recordId: 'record' };
  const events: string[] = [];
  let host: TelemetryHost | undefined;
  const world = withFiles(fakeWorld(), {
    async telemetry(_settings, given) {
      host = given;
      events.push('load');
      if (!now.isToBeHad) return null;
      return {
        track: (name) => void events.push(`track ${name}`),
        follow(isRestored) {
          const spoken = isRestored ? 'speak again' : 'speak';
          events.push(given.allows('analytics') ? spoken : 'silence');
        },
      };
    },
  });
  const inForce = {
    allows: (id: string) => id === 'analytics' && now.isGranted,
    state: () => ({ recordId: now.recordId }) as ConsentState,
  } as InForce;
  const reread = async () => void events.push('reread');
  const { eventually, tryAgain } = createEventually();
  const given = { ...SETTINGS, endpoint };
  const { speak, track } = createSpeaker(given, world.ports, inForce, reread, eventually);
  const comeLate = async () => {
    tryAgain();
    await settled();
  };
  return { now, events, speak, track, comeLate, host: () => host, outgoing: world.ports.outgoing };
}

describe('L-10 telemetry is not fetched', () => {
  it('before its grant', async () => {
    const { speak, events } = page();
    await speak();
    await speak(true);
    expect(events).toEqual([]);
  });

  it('where it would go nowhere', async () => {
    const { speak, events, now } = page({ endpoint: '' });
    now.isGranted = true;
    await speak();
    expect(events).toEqual([]);
  });

  it('by a grant of anything else', async () => {
    let loads = 0;
    const world = withFiles(fakeWorld(), {
      async telemetry() {
        loads++;
        return null;
      },
    });
    const { flow } = await started(world);
    await flow.decide(answerOf(['social', 'film', 'pins']));
    await settled();
    expect(loads).toBe(0);
    await flow.decide(answerOf(['analytics']));
    await settled();
    expect(loads).toBe(1);
  });
});

describe('telemetry', () => {
  it('is fetched at its first grant, once', async () => {
    const { speak, events, now } = page();
    await speak();
    now.isGranted = true;
    await speak();
    await speak();
    expect(events).toEqual(['load', 'speak', 'speak']);
  });

  it('F-25 follows every change from then on, a no among them', async () => {
    const { speak, events, now } = page();
    now.isGranted = true;
    await speak();
    now.isGranted = false;
    await speak();
    now.isGranted = true;
    await speak();
    expect(events).toEqual(['load', 'speak', 'silence', 'speak']);
  });

  it('F-20 is told that the page was restored', async () => {
    const { speak, events, now } = page();
    now.isGranted = true;
    await speak();
    await speak(true);
    expect(events.at(-1)).toBe('speak again');
  });

  it('F-25 hears of a no that came while it was fetched', async () => {
    const { speak, events, now } = page();
    now.isGranted = true;
    const speaking = speak();
    now.isGranted = false;
    await speak();
    await speaking;
    expect(events).toEqual(['load', 'silence']);
  });

  it('F-34 that is not to be had is tried again at the next change', async () => {
    const { speak, events, now } = page();
    now.isGranted = true;
    now.isToBeHad = false;
    await speak();
    now.isToBeHad = true;
    await speak();
    expect(events).toEqual(['load', 'load', 'speak']);
  });

  it('F-16 is given what is in force, a way to read it again, and the ways out of the page', async () => {
    const { speak, events, now, host, outgoing } = page();
    now.isGranted = true;
    await speak();
    expect(host()?.outgoing).toBe(outgoing);
    expect(host()?.state().recordId).toBe('record');
    expect(host()?.allows('analytics')).toBe(true);
    await host()?.reread();
    expect(events.at(-1)).toBe('reread');
  });

  it('L-10 is fetched for an event of the Customer’s own under its grant alone', async () => {
    const { track, events, now } = page();
    await track('early', {});
    expect(events).toEqual([]);
    now.isGranted = true;
    await track('signed up', {});
    expect(events).toEqual(['load', 'track signed up']);
  });

  it('F-34 F-22 tells what was said before its file came, however late, in that order and once', async () => {
    const { track, comeLate, events, now } = page();
    now.isGranted = true;
    now.isToBeHad = false;
    await track('opened', {});
    await track('signed up', {});
    // Another file.
    await comeLate();
    now.isToBeHad = true;
    await comeLate();
    await comeLate();
    expect(events.filter((event) => event !== 'load')).toEqual(['track opened', 'track signed up']);
  });

  it('F-25 drops what was said once that is taken back, whatever is granted later', async () => {
    const { track, comeLate, events, now } = page();
    now.isGranted = true;
    now.isToBeHad = false;
    await track('signed up', {});
    now.recordId = 'a later yes';
    now.isToBeHad = true;
    await comeLate();
    expect(events).toEqual(['load']);
  });
});
