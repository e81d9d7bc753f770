// A handler of requests for any server of Node: takes telemetry, tells proofs and numbers, lets the policy rule.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { allowOrigin, preflight } from './http/cors.ts';
import { HANG_UP, Refusal } from './http/refusal.ts';
import { type Taken, type Taking, takeLogs, wordsOf } from './http/take-logs.ts';
import { checkToken, proofOf, statsOf } from './http/tell.ts';
import { checkOptions, type ReceiverOptions } from './options.ts';
import { rulesOf } from './rules/policy.ts';
import { StoreBusy } from './store.ts';

export interface Receive {
  /** Answers a request. Never rejects. */
  (request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Stops looking after retention; closing the store is left to you. */
  close(): void;
}

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: object;
  readonly message?: string;
  readonly taken?: Taken;
}

const MAX_BODY_BYTES = 1024 * 1024;
/** Of all bodies on their way. */
const ROOM_BYTES = 64 * 1024 * 1024;
const HOUR_MS = 3_600_000;

const onlyBy = (request: IncomingMessage, method: string): void => {
  if (request.method === method) return;
  throw new Refusal(405, `method: expected ${method}`, { Allow: `${method}, OPTIONS`, ...HANG_UP });
};

const LOGS = /^\/?$|\/v1\/logs\/?$/;
const STATS = /\/stats\/?$/;
const PROOF = /\/proofs\/([^/]+)$/;

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

async function replyTo(
  request: IncomingMessage,
  options: ReceiverOptions,
  taking: Taking,
): Promise<Reply> {
  const { token, publicStats = false, store } = options;
  // Not as a URL: one that is none would be a fault of ours.
  const [pathname = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const [, recordId] = PROOF.exec(pathname) ?? [];
  const isLogs = LOGS.test(pathname);
  if (!isLogs && !STATS.test(pathname) && recordId === undefined) {
    throw new Refusal(404, 'path: expected /v1/logs, /stats or /proofs/<record id>', HANG_UP);
  }
  if (request.method === 'OPTIONS')
    return { status: 204, headers: preflight(isLogs ? 'POST' : 'GET') };
  if (!isLogs) {
    onlyBy(request, 'GET');
    if (recordId !== undefined || !publicStats) checkToken(request, token);
    const json = await (recordId === undefined
      ? statsOf(new URLSearchParams(search), store)
      : proofOf(unescaped(recordId), store));
    return { status: 200, json, headers: { 'Cache-Control': 'no-store' } };
  }
  onlyBy(request, 'POST');
  const taken = await takeLogs(request, taking);
  const rejected = taken.refused.length;
  const message = wordsOf(taken.refused);
  const partialSuccess =
    rejected > 0 ? { rejectedLogRecords: String(rejected), errorMessage: message } : {};
  return { status: 200, json: { partialSuccess }, message, taken };
}

/** What a store throws is no fault of the sender's, who may come again. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const isBusy = error instanceof StoreBusy;
  return new Refusal(503, isBusy ? error.message : 'receiver: cannot store this now', {
    'Retry-After': String(isBusy ? error.retryAfterSeconds : 5),
  });
}

/** Whoever hung up hears nothing, and a store that is only busy says so in its answer. */
const isOurs = (error: unknown, { complete }: IncomingMessage): boolean =>
  complete &&
  !(error instanceof Refusal) &&
  !(error instanceof StoreBusy && error.cause === undefined);

/** A message of our own may have met a sender that is gone. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, json }: Reply,
) {
  if (response.destroyed || response.headersSent) return;
  if (json) response.setHeader('Content-Type', 'application/json');
  response
    .writeHead(status, headers)
    .end(json && request.method !== 'HEAD' ? JSON.stringify(json) : undefined);
}

/**
 * @throws PolicyError with every fault of a policy that is not valid; TypeError for an option.
 * @example createServer(createReceiver({ policy, store: await fileStore({ folder: 'data' }) })).listen(4318)
 */
export function createReceiver(options: ReceiverOptions): Receive {
  checkOptions(options);
  const { store, trustedProxies = 0, maxBodyBytes = MAX_BODY_BYTES, onAnswer } = options;
  const { onError = (error: unknown) => console.error(error) } = options;
  const { onWarning = (words: string) => console.warn(words) } = options;
  const rules = rulesOf(options.policy);
  for (const words of rules.warnings) onWarning(words);
  const taking = { rules, store, trustedProxies, maxBodyBytes, room: { left: ROOM_BYTES } };
  const expire = () => void store.expire(rules.expiryAt(Date.now())).catch(onError);
  const timer = setInterval(expire, HOUR_MS).unref();
  expire();

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const reply = await (async () => {
      allowOrigin(request, response, options.origins);
      return await replyTo(request, options, taking);
    })().catch((error: unknown): Reply => {
      if (isOurs(error, request)) onError(error);
      const { status, headers, json, message } = refusalOf(error);
      return { status, headers, json, message };
    });
    send(request, response, reply);
    const { status, message = '', taken } = reply;
    try {
      onAnswer?.(request, { status, message, ...(taken && { taken }) });
    } catch (error) {
      onError(error);
    }
  };
  return Object.assign(receive, { close: () => clearInterval(timer) });
}
