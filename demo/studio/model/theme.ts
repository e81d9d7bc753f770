// The tokens there are, read off the widget's own stylesheet.
import theme from '../../../src/ui/theme.css?raw';
import { tokensIn } from './tokens.ts';

export const TOKENS = tokensIn(theme);
export const TOKEN_NAMES: readonly string[] = TOKENS.map(({ name }) => name);
