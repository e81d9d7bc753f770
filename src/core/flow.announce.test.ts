// Others are told what is in force before anything is released by it, and held again after they were told a no.
import { expect, it } from 'vitest';
import { answerOf, SETTINGS } from './choice/fakes.ts';
import { fakeWorld, settled, started } from './fakes.ts';
import { isGranted } from './gate/gate.ts';

/** A widget that has begun, and tells: what it told stands among what happened. */
async function telling(world = fakeWorld()) {
  const page = await started(world, {
    ...SETTINGS,
    tell(state) {
      const granted = ['analytics', 'social'].filter((id) => isGranted(state(), id));
      world.events.push(`told ${granted.join(' ') || 'none'}`);
    },
  });
  return {
    ...page,
    /** What others and the page's elements were told, in order. */
    order: () => page.events.filter((event) => /^(told|apply|kept)/.test(event)),
  };
}

it('a yes is told when it is kept, and before it releases', async () => {
  const { flow, order } = await telling();
  await flow.decide(answerOf(['analytics']));
  expect(order()).toEqual(['told none', 'apply none', 'kept', 'told analytics', 'apply analytics']);
});

it('L-19 a withdrawal is told at once, not when it is kept', async () => {
  const { flow, order, events } = await telling();
  await flow.decide(answerOf(['analytics']));
  events.length = 0;
  await flow.decide(answerOf([], 'withdraw'));
  expect(order()).toEqual(['told none', 'apply none', 'kept', 'told none', 'apply none']);
});

it('F-16 what another tab decided is told before it releases', async () => {
  const world = fakeWorld();
  const other = await started(world);
  const { order, tell } = await telling(world);
  await other.flow.decide(answerOf(['social']));
  world.events.length = 0;
  tell();
  await settled();
  expect(order()).toEqual(['told social', 'apply social']);
});

it('a choice of an earlier page is told before it releases', async () => {
  const world = fakeWorld();
  await (await started(world)).flow.decide(answerOf(['social']));
  const told: string[] = [];
  const { ports } = world;
  const held = { ...ports.held, apply: () => void told.push('apply') };
  await started(
    { ...world, ports: { ...ports, held } },
    { ...SETTINGS, tell: (state) => void told.push(`told ${isGranted(state(), 'social')}`) },
  );
  expect(told.slice(0, 2)).toEqual(['told true', 'apply']);
});
