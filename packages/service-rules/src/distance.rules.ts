export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const METRES_TO_CENTRE = 6371008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** As the crow flies, in whole metres, on a sphere: right to half a per cent. */
export function metresBetween(one: Point, other: Point): number {
  const half = (angle: number) => Math.sin(radians(angle) / 2) ** 2;
  const share =
    half(other.latitude - one.latitude) +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      half(other.longitude - one.longitude);
  return Math.round(2 * METRES_TO_CENTRE * Math.asin(Math.sqrt(share)));
}
