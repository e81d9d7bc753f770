// `social9-consent receive`: a receiver of its own, over a folder of files or ClickHouse.
import { createServer } from 'node:http';
import { createReceiver } from '../dist/npm/receiver.js';
import { readOptions } from './options.mjs';
import { complain, print } from './print.mjs';
import { readSettings } from './read-settings.mjs';
import { openStore } from './receive-store.mjs';

/** Whoever does not say what they want holds no connection for long. */
const IMPATIENT = { headersTimeout: 10_000, requestTimeout: 20_000 };

const OPTIONS = {
  port: { type: 'string', default: '4318' },
  host: { type: 'string', default: '127.0.0.1' },
  policy: { type: 'string' },
  data: { type: 'string' },
  clickhouse: { type: 'string' },
  database: { type: 'string' },
  origin: { type: 'string', multiple: true },
  'trusted-proxies': { type: 'string', default: '0' },
  'public-stats': { type: 'boolean', default: false },
};

/** The same file as for `csp` and `audit`: a policy, or settings that have one. */
const policyIn = async (file) => (file === undefined ? {} : (await readSettings(file)).policy);

function wholeNumber(text, name, most) {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= most) return number;
  throw new Error(`--${name}: expected a number from 0 to ${most}, not ${text}`);
}

const listening = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(new Error(`cannot listen at ${host}:${port}: ${error.message}`, { cause: error })),
    );
    server.listen(port, host, resolve);
  });

const signalled = () =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve(signal));
  });

/** What is on its way is answered; nobody new is heard. */
const closed = (server) =>
  new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });

const named = (error, file) =>
  error.name === 'PolicyError'
    ? error.message.replace('not a valid policy', `${file ?? 'the policy'} is not a valid policy`)
    : error.message;

function handlerOf(policy, options, store) {
  // Not among the arguments, which every user of the machine can read.
  const token = process.env.S9_RECEIVER_TOKEN;
  try {
    return createReceiver({
      policy,
      store,
      publicStats: options['public-stats'],
      trustedProxies: wholeNumber(options['trusted-proxies'], 'trusted-proxies', 100),
      ...(token && { token }),
      ...(options.origin && { origins: options.origin }),
      onWarning: (words) => complain(words),
      onError: (error) => complain(String(error?.message ?? error), ...causesOf(error)),
    });
  } catch (error) {
    throw new Error(named(error, options.policy), { cause: error });
  }
}

const causesOf = (error) => (error?.cause ? [`  ${error.cause.message ?? error.cause}`] : []);

/** Resolves once it was told to stop and has. */
export async function receive(args) {
  const options = readOptions(args, OPTIONS);
  const port = wholeNumber(options.port, 'port', 65_535);
  const policy = await policyIn(options.policy);
  const { store, place, opened } = openStore(options);
  let handle;
  try {
    await opened;
    handle = handlerOf(policy, options, store);
    const server = createServer(IMPATIENT, handle);
    await listening(server, port, options.host);
    const told = signalled();
    const host = options.host.includes(':') ? `[${options.host}]` : options.host;
    print(`receives at http://${host}:${server.address().port}/v1/logs, keeps in ${place}`);
    const signal = await told;
    print(`${signal}: answers what has come, and stops`);
    await closed(server);
  } finally {
    handle?.close();
    await store.close();
  }
}
