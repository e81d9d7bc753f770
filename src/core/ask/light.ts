// How light a colour is, out of what a browser computes of it.

/**
 * Relative luminance from 0 to 1 and alpha of a computed colour, in whichever space it is written (CSS Color 4);
 * near enough to tell what is hidden and what is dark. Channels that are missing (`none`) count as 0.
 */
export function lightOf(color: string): readonly [light: number, alpha: number] {
  const [a = 0, b = 0, c = 0, alpha = 1] = (color.match(/[( ,](none|[-\d.][-\d.e]*)/g) ?? []).map(
    (each) => Math.max(0, Number(each.slice(1))) || 0,
  );
  if (color.startsWith('ok')) return [a ** 3, alpha];
  if (color.startsWith('l')) return [((a + 16) / 116) ** 3, alpha];
  if (color.includes('xyz')) return [b, alpha];
  const most = color.startsWith('rgb') ? 255 : 1;
  const power = color.includes('linear') ? 1 : 2.2;
  const linear = (channel: number) => (channel / most) ** power;
  return [0.21 * linear(a) + 0.72 * linear(b) + 0.07 * linear(c), alpha];
}
