// What may not be said of one place at once.

interface Stated {
  kind: string;
  address: string | null;
  city: string | null;
  postcode: string | null;
  latitude: number | null;
  longitude: number | null;
  directions: string | null;
}

/** All by which a place could be found. */
export const whereabouts = ['address', 'city', 'postcode', 'latitude', 'longitude', 'directions'] as const;

/** What of it cannot be so, in words for whoever wrote it; null when all of it can. */
export function findContradiction(stated: Stated): string | null {
  const told = whereabouts.filter((field) => stated[field] !== null);
  if (stated.kind === 'ON_CONTACT' && told.length > 0)
    return `A place that is told ON_CONTACT has nothing by which it could be found. Take away: ${told.join(', ')}.`;
  if ((stated.latitude === null) !== (stated.longitude === null))
    return '`latitude` and `longitude` belong together.';
  return null;
}
