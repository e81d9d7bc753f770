import { expect, it } from 'vitest';
import { webCrypto } from '../../browser/crypto/web-crypto.ts';
import { answerOf } from '../choice/fakes.ts';
import { historyOf } from './fakes.ts';
import { isRecord } from './record-shape.ts';

it('L-26 a record with anything besides is none', async () => {
  const [record] = await historyOf(webCrypto, [answerOf(['film'])]);
  expect(isRecord(record, '', [])).toBe(true);
  expect(isRecord({ ...record, ip: '192.0.2.1' }, '', [])).toBe(false);
});
