import { checkPage, type PageWish, type Sheet, scaleFor } from '../display/sheet.js';
import { openPicture, rasterOf } from './decode.js';
import { paperOf } from './resolution.js';

/**
 * A page of a picture file for a person to look at, upright by its EXIF entry. Throws FileError: unsupported, corrupt,
 * too-large.
 */
export const displayImage = async (bytes: Uint8Array, wish: PageWish): Promise<Sheet> => {
  const picture = await openPicture(bytes, wish.pixels);
  checkPage(wish, picture.pages);
  const page = await picture.page(wish.page - 1);
  const { width, height, density } = await paperOf(page, wish.pixels);
  const size = { width: width / density, height: height / density };
  const scale = scaleFor(size, wish);
  const raster = await rasterOf(
    page
      .autoOrient()
      .resize(Math.max(1, Math.round(size.width * scale)), Math.max(1, Math.round(size.height * scale)), {
        fit: 'fill',
      }),
    scale,
  );
  return { raster, size, missing: [] };
};
