import { expect, it } from 'vitest';
import { proof } from '../../browser/proof.ts';
import { answerOf } from '../fakes.ts';
import { historyOf } from './fakes.ts';
import { isRecord } from './record-shape.ts';

it('L-26 a record with anything besides is none', async () => {
  const [record] = await historyOf(proof, [answerOf(['film'])]);
  expect(isRecord(record, '', [])).toBe(true);
  expect(isRecord({ ...record, ip: '192.0.2.1' }, '', [])).toBe(false);
});
