// OpenTelemetry's own schema of a logs message reads what we send, and has to find in it all that we wrote.
import { isDeepStrictEqual } from 'node:util';
import root from '@opentelemetry/otlp-transformer/build/src/generated/root.js';

type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

/** As `protobufjs` makes a class of a message; its published types say less. */
interface MessageClass {
  verify(message: object): string | null;
  fromObject(json: object): object;
  encode(message: object): { finish(): Uint8Array };
  decode(bytes: Uint8Array): object;
  toObject(message: object, options: object): Json;
}

const SERVICE = 'opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest';
const request = SERVICE.split('.').reduce(
  (at, name) => (at as Record<string, object>)[name] as object,
  root as object,
) as unknown as MessageClass;

/** 64 bits as decimal texts and bytes as base64, as OTLP has them in JSON; members that are not there stay away. */
const AS_JSON = { longs: String, bytes: String, json: true };

/** An empty list and one that is not there are one on the wire. */
function withoutEmpty(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => !Array.isArray(member) || member.length > 0)
      .map(([name, member]) => [name, withoutEmpty(member)]),
  );
}

/** The first place where the two differ. */
function difference(sent: Json | undefined, read: Json | undefined, path: string): string {
  if (sent && read && typeof sent === 'object' && typeof read === 'object') {
    const names = new Set([...Object.keys(sent), ...Object.keys(read)]);
    for (const name of names) {
      const member = (of: Json) => (of as Record<string, Json>)[name];
      if (!isDeepStrictEqual(member(sent), member(read))) {
        return difference(member(sent), member(read), path ? `${path}.${name}` : name);
      }
    }
  }
  return `${path || 'body'}: sent ${JSON.stringify(sent)}, read ${JSON.stringify(read)}`;
}

/**
 * `null` where the schema reads all of it, on the wire in binary and back, as it was written; else what is wrong.
 * Stricter than a receiver: what it would pass over is a fault here.
 *
 * @param body of an OTLP/HTTP request with logs, in JSON.
 */
export function faultOfLogs(body: string): string | null {
  try {
    const sent = withoutEmpty(JSON.parse(body) as Json);
    const message = request.fromObject(sent as object);
    const wrong = request.verify(message);
    if (wrong) return wrong;
    const read = request.toObject(request.decode(request.encode(message).finish()), AS_JSON);
    const found = withoutEmpty(read);
    return isDeepStrictEqual(sent, found) ? null : difference(sent, found, '');
  } catch (error) {
    return String(error);
  }
}
