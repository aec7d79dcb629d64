// In which order things stand.

type Order = readonly (number | string)[];

function compare(one: Order, other: Order): number {
  const differs = one.findIndex((value, index) => value !== other[index]);
  return differs < 0 ? 0 : (one[differs] as string) < (other[differs] as string) ? -1 : 1;
}

/** By numbers and texts; each is compared when those before it are equal, the smaller first. */
export function orderedBy<Thing>(things: readonly Thing[], order: (thing: Thing) => Order): Thing[] {
  const ordered = things.map((thing) => ({ thing, order: order(thing) }));
  ordered.sort((one, other) => compare(one.order, other.order));
  return ordered.map(({ thing }) => thing);
}
