// What a receiver is made with, and the check of it.
import type { IncomingMessage } from 'node:http';
import type { GivenPolicy } from '../src/core/settings/given.ts';
import type { Taken } from './http/take-logs.ts';
import type { Store } from './store.ts';

export interface ReceiverOptions {
  /** The policy that your pages have, parsed from JSON; what it leaves out is the default's. */
  readonly policy: GivenPolicy;
  readonly store: Store;
  /**
   * What your own requests for proofs and numbers carry, as `Authorization: Bearer …`. At least 16 characters.
   *
   * @default none: neither is told.
   */
  readonly token?: string;
  /**
   * Whether anybody may read the numbers.
   *
   * @default false
   */
  readonly publicStats?: boolean;
  /**
   * Your own proxies before this server, each of which appends to `X-Forwarded-For`.
   *
   * @default 0: the header is not read.
   */
  readonly trustedProxies?: number;
  /**
   * Origins of pages that may send, such as `https://www.example.com`.
   *
   * @default any
   */
  readonly origins?: readonly string[];
  /**
   * Of one request, as it comes and inflated.
   *
   * @default 1048576
   */
  readonly maxBodyBytes?: number;
  /** Told after each answer: for logs and counters. What it throws, `onError` is told. */
  readonly onAnswer?: (request: IncomingMessage, answer: Answered) => void;
  /** Told of what in the policy has no effect. @default `console.warn` */
  readonly onWarning?: (words: string) => void;
  /** Told of what went wrong here and was no fault of a sender's. @default `console.error` */
  readonly onError?: (error: unknown) => void;
}

/** How a request was answered. */
export interface Answered {
  /** HTTP status. */
  readonly status: number;
  /** What was expected, where something was refused; else empty. */
  readonly message: string;
  /** What became of its log records, where it was a message that could be read. */
  readonly taken?: Taken;
}

const LEAST_TOKEN = 16;

/** @throws TypeError with the option, and what was expected of it. */
export function checkOptions({
  store,
  token,
  trustedProxies = 0,
  maxBodyBytes = 1,
}: ReceiverOptions) {
  const check = (isRight: boolean, path: string, expected: string) => {
    if (!isRight) throw new TypeError(`${path}: expected ${expected}`);
  };
  check(typeof store?.write === 'function', 'store', 'a store, such as fileStore({ folder })');
  check(
    token === undefined || (typeof token === 'string' && /^\S{16,}$/.test(token)),
    'token',
    `at least ${LEAST_TOKEN} characters, none of them a space`,
  );
  check(
    Number.isInteger(trustedProxies) && trustedProxies >= 0,
    'trustedProxies',
    'how many there are',
  );
  check(Number.isInteger(maxBodyBytes) && maxBodyBytes > 0, 'maxBodyBytes', 'a number of bytes');
}
