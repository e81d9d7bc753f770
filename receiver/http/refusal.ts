// Answers other than 200, as OTLP has them: a status, and a message that says what was expected.

/** Codes of `google.rpc.Status`, which OTLP asks for in the body of a refusal. */
const CODES: Readonly<Record<number, number>> = {
  400: 3,
  401: 16,
  403: 7,
  404: 5,
  405: 12,
  408: 4,
  413: 8,
  415: 3,
  429: 8,
  503: 14,
};

/** Thrown where a request is not taken. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }

  get json(): object {
    return { code: CODES[this.status] ?? 2, message: this.message };
  }
}

/** The rest of a body is still on its way; the connection cannot be used again. */
export const HANG_UP = { Connection: 'close' };
