/** A round seal with ring, star and the office's name on an arc, as SVG over a page; x and y are its middle in points. */
export interface Seal {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: string;
  /** How much of the print under it the ink hides: 0 none (it darkens, as ink does), 1 all. */
  readonly cover: number;
  readonly turned: number;
}

export const SEAL_NAME = '清水市社会信用体系建设办公室';

export const sealSvg = ({ x, y, radius, colour, cover, turned }: Seal): string => {
  const name = [...SEAL_NAME];
  const spread = 250;
  const size = radius * 0.27;
  const reach = radius * 0.83 - size * 0.42;
  const letters = name.map((char, at) => {
    const angle = -spread / 2 + (spread * at) / (name.length - 1);
    return `<g transform="rotate(${angle.toFixed(2)})"><text x="0" y="${(-reach + size * 0.1).toFixed(2)}" text-anchor="middle" font-size="${size.toFixed(2)}" font-family="Noto Serif CJK SC" font-weight="700" fill="${colour}">${char}</text></g>`;
  });
  const star = Array.from({ length: 10 }, (_, at) => {
    const far = at % 2 === 0 ? radius * 0.3 : radius * 0.115;
    const angle = (Math.PI * at) / 5 - Math.PI / 2;
    return `${(far * Math.cos(angle)).toFixed(2)},${(far * Math.sin(angle)).toFixed(2)}`;
  }).join(' ');
  const shape = `<circle r="${radius}" fill="none" stroke="${colour}" stroke-width="${(radius * 0.05).toFixed(2)}"/><polygon points="${star}" fill="${colour}"/>${letters.join('')}`;
  const placed = (style: string): string =>
    `<g transform="translate(${x} ${y}) rotate(${turned})" style="${style}">${shape}</g>`;
  // Ink lets the print through darker; a seal that was printed in colour covers it in part.
  return `${placed('mix-blend-mode:multiply')}${cover > 0 ? placed(`opacity:${cover}`) : ''}`;
};
