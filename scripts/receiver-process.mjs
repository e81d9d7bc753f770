// The receiver as a process of its own, which can be killed: with `file FOLDER` or `clickhouse URL`, and a policy.
import { createServer } from 'node:http';
import { clickHouseStore, createReceiver, fileStore } from '../dist/npm/receiver.js';

const [kind, place, policy = '{}'] = process.argv.slice(2);
const store =
  kind === 'file'
    ? fileStore({ folder: place })
    : clickHouseStore({ url: place, database: 's9_events' });
await store.opened;
const receive = createReceiver({ policy: JSON.parse(policy), store, publicStats: true });
const server = createServer((request, response) => void receive(request, response));
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('message', () => process.send({ bytes: process.memoryUsage().rss }));
process.on('disconnect', () => process.exit());
