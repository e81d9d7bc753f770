// Reads what is to be checked: a file, or standard input for `-`. Says which could not be read, and why.
import { createReadStream } from 'node:fs';

/** All of a stream, or `null` as soon as it is more than that: one can be without an end. */
export async function bytesOf(stream, limit) {
  const chunks = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) return null;
  }
  return Buffer.concat(chunks);
}

/** Bytes that are no UTF-8 would be read as others than stand there; a byte order mark is none of JSON's. */
export const textOf = (bytes) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** @param limit in bytes. */
export async function readText(file, limit) {
  try {
    const bytes = await bytesOf(file === '-' ? process.stdin : createReadStream(file), limit);
    if (!bytes) throw new Error(`more than ${limit} bytes`);
    return textOf(bytes);
  } catch (error) {
    throw new Error(`cannot read ${file}: ${error.message}`, { cause: error });
  }
}
