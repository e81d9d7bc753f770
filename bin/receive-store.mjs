// Where `social9-consent receive` keeps what it takes, by its options; what is wrong is said with the option's name.
import { clickHouseStore, fileStore } from '../dist/npm/receiver.js';
import { complain } from './print.mjs';

/** Rejects with the option that leads nowhere, to whoever waits for it. */
function openedAs(option, store) {
  const opened = store.opened.catch((error) => {
    throw new Error(`--${option} ${error.message}`, { cause: error });
  });
  opened.catch(() => undefined);
  return opened;
}

function inFiles(folder = './data') {
  const store = fileStore({ folder, onWarning: (words) => complain(words) });
  return { store, place: folder, opened: openedAs('data', store) };
}

/** Where it stands, without a name or a password in it. */
function addressIn(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new Error(
      `--clickhouse: expected an address as http://127.0.0.1:8123, without a path, not ${text}`,
    );
  // Whoever lists the processes of the machine reads what stands there.
  if (url.username || url.password)
    throw new Error(
      '--clickhouse: expected name and password in S9_CLICKHOUSE_USER and S9_CLICKHOUSE_PASSWORD, not in the address',
    );
  return url.origin;
}

function made(options) {
  try {
    return clickHouseStore(options);
  } catch (error) {
    throw new Error(`--${error.message}`, { cause: error });
  }
}

function inClickHouse(text, database = 'visits') {
  const url = addressIn(text);
  const { S9_CLICKHOUSE_USER: username, S9_CLICKHOUSE_PASSWORD: password } = process.env;
  const store = made({
    url,
    database,
    ...(username && { username }),
    ...(password && { password }),
  });
  return {
    store,
    place: `the database ${database} of ClickHouse at ${url}`,
    opened: openedAs(`clickhouse ${url}:`, store),
  };
}

/** The store, what to call it, and when it is ready. */
export function openStore({ data, clickhouse, database }) {
  if (clickhouse === undefined) {
    if (database !== undefined)
      throw new Error('--database: expected --clickhouse <url> beside it');
    return inFiles(data);
  }
  if (data !== undefined)
    throw new Error('--data, --clickhouse: expected one of them, for all is kept in one place');
  return inClickHouse(clickhouse, database);
}
