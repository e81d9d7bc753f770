// A draft has no seal: anybody can have written what stands in its place (F-11, F-44).
import { isObject } from '../policy/shape.ts';
import type { ChoiceSource, InputMeans } from './choice.ts';
import type { Draft } from './draft.ts';

const SOURCES: readonly ChoiceSource[] = ['reject-all', 'custom', 'withdraw', 'site', 'signal'];
const MEANS: readonly InputMeans[] = ['pointer', 'keyboard', 'script'];

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isAnswers = (value: unknown): boolean =>
  isObject(value) && Object.values(value).every((each) => typeof each === 'boolean');

const isSeed = (value: unknown): boolean => value instanceof Uint8Array && value.length === 16;

/** `undefined` for whatever this widget would not have written. */
export function decodeDraft(value: unknown): Draft | undefined {
  const draft = (value ?? {}) as Partial<Draft>;
  const fits =
    draft.shape === 1 &&
    // A no is of no form: as one of a form it would be none.
    (draft as { collection?: unknown }).collection === undefined &&
    isAnswers(draft.purposes) &&
    isAnswers(draft.services) &&
    SOURCES.includes(draft.source as ChoiceSource) &&
    MEANS.includes(draft.input as InputMeans) &&
    [draft.language, draft.text].every(isTextOrNull) &&
    [draft.policyId, draft.policyVersion, draft.origin].every(isText) &&
    isObject(draft.asked) &&
    isObject(draft.asked['purposes']) &&
    [draft.decidedAt, draft.expiresAt].every(Number.isSafeInteger) &&
    (draft.after === undefined || isText(draft.after)) &&
    (draft.seed === undefined || isSeed(draft.seed));
  return fits ? (draft as Draft) : undefined;
}
