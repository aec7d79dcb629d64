// The national grid of Great Britain, in metres east and north, as latitude and longitude.

interface Ellipsoid {
  /** Half of the longer axis, in metres. */
  readonly a: number;
  /** Half of the shorter one. */
  readonly b: number;
}

const airy: Ellipsoid = { a: 6377563.396, b: 6356256.909 };
const wgs84: Ellipsoid = { a: 6378137, b: 6356752.314245 };

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;
const seconds = (arc: number) => radians(arc / 3600);

// The grid: a transverse Mercator projection whose true origin is 49° N 2° W.
const scale = 0.9996012717;
const origin = { latitude: radians(49), longitude: radians(-2), east: 400_000, north: -100_000 };

// From the grid's datum, OSGB36, to WGS84: shifts in metres, turns in seconds of arc, scale in parts of a million.
const shift = { x: 446.448, y: -125.157, z: 542.06 };
const turn = { x: seconds(0.1502), y: seconds(0.247), z: seconds(0.8421) };
const growth = 1 - 20.4894e-6;

const eccentricity = ({ a, b }: Ellipsoid) => 1 - (b * b) / (a * a);

/** Metres along the meridian from the true origin, by the grid's own series. */
function meridian(latitude: number): number {
  const n = (airy.a - airy.b) / (airy.a + airy.b);
  const less = latitude - origin.latitude;
  const more = latitude + origin.latitude;
  return (
    airy.b *
    scale *
    ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * less -
      (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(less) * Math.cos(more) +
      1.875 * (n ** 2 + n ** 3) * Math.sin(2 * less) * Math.cos(2 * more) -
      (35 / 24) * n ** 3 * Math.sin(3 * less) * Math.cos(3 * more))
  );
}

/** Latitude and longitude on the grid's own ellipsoid, in radians. */
function unproject(east: number, north: number) {
  let latitude = origin.latitude;
  let missing = Infinity;
  while (Math.abs(missing) >= 1e-5) {
    missing = north - origin.north - meridian(latitude);
    latitude += missing / (airy.a * scale);
  }
  const e2 = eccentricity(airy);
  const bend = 1 - e2 * Math.sin(latitude) ** 2;
  const nu = (airy.a * scale) / Math.sqrt(bend);
  const rho = (nu * (1 - e2)) / bend;
  const eta2 = nu / rho - 1;
  const tan = Math.tan(latitude);
  const sec = 1 / Math.cos(latitude);
  const d = east - origin.east;
  return {
    latitude:
      latitude -
      (tan / (2 * rho * nu)) * d ** 2 +
      (tan / (24 * rho * nu ** 3)) * (5 + 3 * tan ** 2 + eta2 - 9 * tan ** 2 * eta2) * d ** 4 -
      (tan / (720 * rho * nu ** 5)) * (61 + 90 * tan ** 2 + 45 * tan ** 4) * d ** 6,
    longitude:
      origin.longitude +
      (sec / nu) * d -
      (sec / (6 * nu ** 3)) * (nu / rho + 2 * tan ** 2) * d ** 3 +
      (sec / (120 * nu ** 5)) * (5 + 28 * tan ** 2 + 24 * tan ** 4) * d ** 5 -
      (sec / (5040 * nu ** 7)) * (61 + 662 * tan ** 2 + 1320 * tan ** 4 + 720 * tan ** 6) * d ** 7,
  };
}

/**
 * Latitude and longitude (WGS84, degrees) of a place on the grid (OSGB36, metres), by a transformation of seven figures
 * for all of Great Britain. It is right to about 5 metres, which is nothing beside the size of a postcode.
 */
export function fromNationalGrid(east: number, north: number): { latitude: number; longitude: number } {
  const { latitude, longitude } = unproject(east, north);
  const e2 = eccentricity(airy);
  const nu = airy.a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
  const old = {
    x: nu * Math.cos(latitude) * Math.cos(longitude),
    y: nu * Math.cos(latitude) * Math.sin(longitude),
    z: nu * (1 - e2) * Math.sin(latitude),
  };
  const x = shift.x + growth * old.x - turn.z * old.y + turn.y * old.z;
  const y = shift.y + turn.z * old.x + growth * old.y - turn.x * old.z;
  const z = shift.z - turn.y * old.x + turn.x * old.y + growth * old.z;

  const f2 = eccentricity(wgs84);
  const across = Math.hypot(x, y);
  let angle = Math.atan2(z, across * (1 - f2));
  // Each round is a hundred times nearer; four are far below a millimetre.
  for (let round = 0; round < 4; round += 1) {
    const radius = wgs84.a / Math.sqrt(1 - f2 * Math.sin(angle) ** 2);
    angle = Math.atan2(z + f2 * radius * Math.sin(angle), across);
  }
  return { latitude: degrees(angle), longitude: degrees(Math.atan2(y, x)) };
}
