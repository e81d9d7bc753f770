// What could not be done for want of a file is done when the file comes after all.
import { expect, it } from 'vitest';
import { answerOf, SETTINGS } from './choice/fakes.ts';
import { fakeWorld, pageOf, readyPage, settled, withFiles } from './fakes.ts';
import { createFlow } from './flow.ts';

it('F-34 F-22 what was granted is released and told by files that come after they were given up', async () => {
  const plain = fakeWorld();
  await createFlow(SETTINGS, plain.ports).decide(answerOf(['analytics']));
  let isToBeHad = false;
  let comeLate = (): void => undefined;
  const { files } = plain.ports;
  const { ports, events } = withFiles(plain, {
    telemetry: async (...given) => (isToBeHad ? files.telemetry(...given) : null),
    onLate: (listener) => void (comeLate = listener),
  });
  const flow = createFlow(SETTINGS, ports);
  events.length = 0;
  await flow.begin();
  await settled();
  expect(events).not.toContain('speak');
  events.length = 0;
  isToBeHad = true;
  comeLate();
  await settled();
  expect(events).toContain('apply analytics');
  expect(events).toContain('speak');
});

it('F-34 L-18 what was agreed to in a form is taken back by a file that comes late, once, in the order of the presses', async () => {
  const plain = fakeWorld();
  let isToBeHad = false;
  let comeLate = (): void => undefined;
  const { files } = plain.ports;
  const { consent, events } = await readyPage(
    withFiles(plain, {
      answer: async (...given) => (isToBeHad ? files.answer(...given) : null),
      onLate: (listener) => void (comeLate = listener),
    }),
  );
  await consent.withdraw('newsletter');
  await consent.withdraw('testimonial');
  const takenBack = () => events.filter((event) => event.startsWith('take back'));
  expect(takenBack()).toEqual([]);
  // Another file: this one is still not to be had.
  comeLate();
  await settled();
  isToBeHad = true;
  comeLate();
  comeLate();
  await settled();
  expect(takenBack()).toEqual(['take back newsletter', 'take back testimonial']);
});

it('F-04 a slow disk keeps no answer of the site waiting, and nobody is asked until it is heard', async () => {
  const plain = fakeWorld();
  let answer = (): void => undefined;
  const { history } = plain.ports;
  plain.disk.isGone = true;
  const world = {
    ...plain,
    ports: {
      ...plain.ports,
      history: Object.create(history, {
        settled: { value: () => new Promise<void>((resolve) => (answer = resolve)) },
      }) as typeof history,
    },
  };
  const { consent, begin, events } = pageOf(world);
  void consent.ready.then(() => events.push('ready'));
  begin();
  await settled();
  expect(events).not.toContain('show banner');
  await consent.reject();
  expect(events).toContain('noted');
  expect(events).not.toContain('ready');
  answer();
  await consent.ready;
  await settled();
  expect(events).not.toContain('show banner');
});
