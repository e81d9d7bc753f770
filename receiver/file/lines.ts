// Reads a file line by line, and knows which line is whole: a process can be killed between any two bytes.
import { createReadStream } from 'node:fs';

export interface Line {
  readonly text: string;
  /** Bytes from the start of the file to the end of the line. */
  readonly endAt: number;
  /** `false` of a last line that has no end. */
  readonly isWhole: boolean;
}

const NEWLINE = 10;

/** None where there is no such file. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  let rest: Buffer[] = [];
  let endAt = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
        const bytes = Buffer.concat([...rest, chunk.subarray(from, to)]);
        rest = [];
        from = to + 1;
        endAt += bytes.length + 1;
        yield { text: bytes.toString('utf8'), endAt, isWhole: true };
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const torn = Buffer.concat(rest);
  if (torn.length > 0) {
    yield { text: torn.toString('utf8'), endAt: endAt + torn.length, isWhole: false };
  }
}
