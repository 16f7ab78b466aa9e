/** A picture in grey: 0 black … 255 white, row by row from the top. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export const PAPER = 255;

/** A rectangle of pixels; right and bottom are outside. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The part of a box that lies on a picture of this size. */
export const within = (box: PixelBox, { width, height }: { width: number; height: number }): PixelBox => ({
  left: Math.max(0, Math.min(width, box.left)),
  top: Math.max(0, Math.min(height, box.top)),
  right: Math.max(0, Math.min(width, box.right)),
  bottom: Math.max(0, Math.min(height, box.bottom)),
});

/** The picture at another size: each pixel is the mean of what it covers, or lies between its neighbours. */
export const resize = (plane: Plane, width: number, height: number): Plane => {
  if (width === plane.width && height === plane.height) return plane;
  const columns = weightsFor(plane.width, width);
  const rows = weightsFor(plane.height, height);
  const data = new Uint8Array(width * height);
  const line = new Float32Array(plane.width);
  for (let y = 0; y < height; y += 1) {
    line.fill(0);
    for (let at = rows.start[y]!; at < rows.start[y + 1]!; at += 1) {
      const from = rows.index[at]! * plane.width;
      const weight = rows.weight[at]!;
      for (let x = 0; x < line.length; x += 1) line[x]! += plane.data[from + x]! * weight;
    }
    for (let x = 0; x < width; x += 1) {
      const end = columns.start[x + 1]!;
      let sum = 0.5;
      for (let at = columns.start[x]!; at < end; at += 1)
        sum += line[columns.index[at]!]! * columns.weight[at]!;
      data[y * width + x] = sum;
    }
  }
  return { width, height, data };
};

/** For each of `size` new pixels the old ones it is made of: a tent as wide as the larger of the two pixels. */
const weightsFor = (old: number, size: number) => {
  const step = old / size;
  const reach = Math.max(1, step);
  const start = new Int32Array(size + 1);
  const index: number[] = [];
  const weight: number[] = [];
  for (let at = 0; at < size; at += 1) {
    const centre = (at + 0.5) * step - 0.5;
    const first = Math.ceil(centre - reach);
    const last = Math.floor(centre + reach);
    let sum = 0;
    const begin = index.length;
    for (let source = first; source <= last; source += 1) {
      const share = 1 - Math.abs(source - centre) / reach;
      if (share <= 0) continue;
      index.push(Math.max(0, Math.min(old - 1, source)));
      weight.push(share);
      sum += share;
    }
    for (let each = begin; each < weight.length; each += 1) weight[each]! /= sum;
    start[at + 1] = index.length;
  }
  return { start, index: Int32Array.from(index), weight: Float32Array.from(weight) };
};

/** The picture turned clockwise. */
export const turn = (plane: Plane, degrees: 0 | 90 | 180 | 270): Plane => {
  const { width, height, data } = plane;
  if (degrees === 0) return plane;
  if (degrees === 180) return { width, height, data: data.slice().reverse() };
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      turned[degrees === 90 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y] =
        data[y * width + x]!;
  return { width: height, height: width, data: turned };
};

/** The picture rotated about its middle so that lines falling by `degrees` to the right become level; same size. */
export const level = (plane: Plane, degrees: number): Plane => {
  const { width, height, data } = plane;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const result = new Uint8Array(width * height).fill(PAPER);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = middleX + (x - middleX) * cos - (y - middleY) * sin;
      const fromY = middleY + (x - middleX) * sin + (y - middleY) * cos;
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [dx, dy] = [fromX - left, fromY - top];
      const at = top * width + left;
      const upper = data[at]! + (data[at + 1]! - data[at]!) * dx;
      const lower = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * dx;
      result[y * width + x] = upper + (lower - upper) * dy + 0.5;
    }
  }
  return { width, height, data: result };
};

/** A part of the picture; the box is rounded and lies within it. */
export const cut = (plane: Plane, box: PixelBox): Plane => {
  const [left, top] = [Math.round(box.left), Math.round(box.top)];
  const width = Math.max(1, Math.round(box.right) - left);
  const height = Math.max(1, Math.round(box.bottom) - top);
  const data = new Uint8Array(width * height).fill(PAPER);
  for (let y = 0; y < height && top + y < plane.height; y += 1) {
    const from = (top + y) * plane.width + left;
    data.set(plane.data.subarray(from, Math.min(from + width, (top + y + 1) * plane.width)), y * width);
  }
  return { width, height, data };
};

/** The box around all ink, `margin` wider on each side; the whole picture where there is none. */
export const inkOf = (plane: Plane, margin: number): PixelBox => {
  const { width, height, data } = plane;
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (data[y * width + x]! >= 128) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  if (right === 0) return { left: 0, top: 0, right: width, bottom: height };
  return within(
    { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin },
    plane,
  );
};
