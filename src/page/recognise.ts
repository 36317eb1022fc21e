import type { Page, Target } from '../schema';
import { fitsAddress } from './address';

/**
 * @returns the ids of the pages that fit: the address, and the landmarks where the page has some.
 * When one page's landmarks are seen, pages of the same address without landmarks give way to it.
 */
export function recognise(pages: readonly Page[], url: URL, isThere: (target: Target) => boolean): string[] {
  const fitting = pages.filter(
    (page) => page.addresses.some((address) => fitsAddress(address, url)) && fitsLandmarks(page, isThere),
  );
  const sure = fitting.filter(({ landmarks }) => landmarks !== undefined);
  return (sure.length > 0 ? sure : mostPrecise(fitting, url)).map(({ id }) => id);
}

function fitsLandmarks({ landmarks }: Page, isThere: (target: Target) => boolean): boolean {
  if (!landmarks) return true;
  const { all = [], any, none = [] } = landmarks;
  return all.every(isThere) && (any === undefined || any.some(isThere)) && !none.some(isThere);
}

/** Among pages known by their address alone, the longest address wins: `/a/b` is more than `/a`. */
function mostPrecise(pages: readonly Page[], url: URL): Page[] {
  const length = (page: Page): number =>
    Math.max(
      ...page.addresses
        .filter((one) => fitsAddress(one, url))
        .map(({ path = '', hash = '', query = {} }) => path.length + hash.length + 10 * Object.keys(query).length),
    );
  const longest = Math.max(0, ...pages.map(length));
  return pages.filter((page) => length(page) === longest);
}
