// How many events a second the receiver takes, where it bends, and that it loses none when killed; for both stores.
// `npm run load`, or `npm run load -- 2 10`: seconds of each step, kills. All of it on 127.0.0.1.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startClickHouse } from '../clickhouse-server.mjs';
import { findServer } from '../servers.mjs';
import { startReceiver } from '../start-receiver.mjs';
import { send } from './senders.mjs';

const [seconds = '5', kills = '100'] = process.argv.slice(2);
const MAX_EVENTS = 500_000;
const STEPS = [1, 4, 16, 64, 256];
const PER_MESSAGE = 10;

const quantile = (sorted, of) => Math.round(sorted[Math.floor(sorted.length * of)] ?? 0);
const views = async (port) => (await (await fetch(`http://127.0.0.1:${port}/stats`)).json()).views;

/** One step: so many senders at once, for a while. */
async function step(receiver, senders) {
  const until = performance.now() + Number(seconds) * 1000;
  const isOver = ({ sent }) => performance.now() > until || sent > MAX_EVENTS;
  const startedAt = performance.now();
  const { events, busy, latenciesMs } = await send(() => receiver.port, {
    senders,
    perMessage: PER_MESSAGE,
    isOver,
  });
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  const perSecond = Math.round(events / ((performance.now() - startedAt) / 1000));
  console.log(
    `  ${String(senders).padStart(4)} senders: ${String(perSecond).padStart(6)} events/s, ` +
      `answered in ${quantile(sorted, 0.5)} ms (99 %: ${quantile(sorted, 0.99)} ms), ` +
      `busy ${busy} times, ${await receiver.mebibytes()} MiB`,
  );
  return { events, perSecond };
}

async function bend(store) {
  const receiver = await startReceiver(...store);
  let total = 0;
  let best = { perSecond: 0, senders: 0 };
  for (const senders of STEPS) {
    const { events, perSecond } = await step(receiver, senders);
    total += events;
    if (perSecond > best.perSecond) best = { perSecond, senders };
  }
  const counted = await views(receiver.port);
  await receiver.kill();
  console.log(`  bends at ${best.perSecond} events/s with ${best.senders} senders`);
  return { sent: total, counted };
}

/** Killed at any moment, again and again, while it is written to. */
async function killed(store, before) {
  let receiver = await startReceiver(...store);
  let left = Number(kills);
  const sending = send(() => receiver.port, {
    senders: 8,
    perMessage: PER_MESSAGE,
    isOver: () => left === 0,
  });
  for (; left > 0; left -= 1) {
    await pause(Math.random() * 300);
    await receiver.kill();
    receiver = await startReceiver(...store);
  }
  const { events, unanswered } = await sending;
  const counted = (await views(receiver.port)) - before;
  await receiver.kill();
  console.log(
    `  killed ${kills} times, ${unanswered} messages unanswered and sent again: ` +
      `${events} events taken, ${counted} counted`,
  );
  return events === counted;
}

async function measure(name, store) {
  console.log(`${name}, ${PER_MESSAGE} events a message`);
  const { sent, counted } = await bend(store);
  const isWhole = await killed(store, counted);
  if (sent !== counted || !isWhole) {
    console.error(`  lost or doubled: ${sent} sent, ${counted} counted`);
    process.exitCode = 1;
  }
}

const folder = mkdtempSync(join(tmpdir(), 's9-load-'));
await measure('files', ['file', folder]);
rmSync(folder, { recursive: true, force: true });
if (findServer('clickhouse')) {
  const [server] = await startClickHouse();
  await measure('ClickHouse', ['clickhouse', server.url]);
  await server.stop();
} else {
  console.log('ClickHouse: no server here, not measured');
}
