// Colours as a browser works them out, and how far apart two are to a reader (WCAG 2.2).
export type Rgba = readonly [number, number, number, number];

let brush: CanvasRenderingContext2D | null | undefined;

/** Any colour of CSS, to 255 each; see-through black where it is none. */
export function rgbaOf(colour: string): Rgba {
  brush ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!brush) return [0, 0, 0, 0];
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = '#0000';
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha];
}

export const hexOf = (rgba: Rgba): string =>
  `#${rgba
    .slice(0, 3)
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`;

function luminance(rgba: Rgba): number {
  const [red = 0, green = 0, blue = 0] = rgba.slice(0, 3).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 to 21. */
export function contrast(one: Rgba, other: Rgba): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
