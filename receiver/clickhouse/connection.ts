// The way to ClickHouse: the official client where it is installed, asked for one thing at a time, and silent.
import type { Row } from './row.ts';

export interface ConnectionOptions {
  /** Of each server's HTTP interface, without a path: `http://127.0.0.1:8123`. */
  readonly url: string | readonly string[];
  /** @defaultValue `default` */
  readonly username?: string;
  /** @defaultValue none */
  readonly password?: string;
  /** How long one request may take. @defaultValue 30,000 */
  readonly timeoutMs?: number;
}

/** One server, or a cluster by its servers. */
export interface Connection {
  /** Rows of a `SELECT`, from the first server that answers. */
  ask(query: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** On the first server that answers. */
  insert(table: string, rows: readonly Row[]): Promise<void>;
  /** On every server, one after the other. */
  everywhere(command: string): Promise<void>;
  /** On every server, all answers. */
  askEach(query: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

type Client = ReturnType<typeof import('@clickhouse/client')['createClient']>;

async function official() {
  try {
    return await import('@clickhouse/client');
  } catch (cause) {
    const message =
      'clickHouseStore: expected the package @clickhouse/client, which is not installed';
    throw new Error(message, { cause });
  }
}

/** @throws TypeError */
export function urlsOf(url: ConnectionOptions['url']): readonly string[] {
  const urls = typeof url === 'string' ? [url] : url;
  const isHttp = (each: unknown) =>
    URL.canParse(String(each)) && /^https?:$/.test(new URL(String(each)).protocol);
  if (Array.isArray(urls) && urls.length > 0 && urls.every(isHttp)) return urls;
  throw new TypeError(`url: expected http(s) addresses, got ${JSON.stringify(url)}`);
}

/** By a server that is there; what a server says no to, another would say no to as well. */
const isGone = (error: unknown): boolean =>
  !/^(Code: )?\d+|DB::Exception/.test(error instanceof Error ? error.message : '');

async function byFirst<Result>(
  clients: readonly Client[],
  act: (client: Client) => Promise<Result>,
): Promise<Result> {
  const [first, ...rest] = clients as [Client, ...Client[]];
  try {
    return await act(first);
  } catch (error) {
    if (rest.length === 0 || !isGone(error)) throw error;
    return byFirst(rest, act);
  }
}

async function rowsOf(client: Client, query: string) {
  const answer = await client.query({ query, format: 'JSONEachRow' });
  return answer.json<Readonly<Record<string, unknown>>>();
}

/** @param settings ClickHouse's own, sent with each insert. */
export async function connect(
  { url, username = 'default', password = '', timeoutMs = 30_000 }: ConnectionOptions,
  settings: Readonly<Record<string, string | number>>,
): Promise<Connection> {
  const urls = urlsOf(url);
  const { createClient, ClickHouseLogLevel } = await official();
  const log = { level: ClickHouseLogLevel.OFF };
  const clients = urls.map((each) =>
    createClient({ url: each, username, password, request_timeout: timeoutMs, log }),
  );
  return {
    ask: (query) => byFirst(clients, (client) => rowsOf(client, query)),
    async insert(table, rows) {
      await byFirst(clients, (client) =>
        client.insert({
          table,
          format: 'JSONEachRow',
          values: rows,
          clickhouse_settings: { ...settings },
        }),
      );
    },
    async everywhere(command) {
      for (const client of clients) await client.command({ query: command });
    },
    async askEach(query) {
      const answers = await Promise.all(clients.map((client) => rowsOf(client, query)));
      return answers.flat();
    },
    async close() {
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}
