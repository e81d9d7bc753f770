// English is whole: each view finds its section. A locale that lacks one does not compile.
import * as en from './en.ts';
import type { Locale } from './locale.ts';

export const whole: Locale = en;

const { data: _missing, ...rest } = en;
// @ts-expect-error a locale without the words of a view is none
export const partial: Locale = rest;
