import {
  listEntries,
  readFilter,
  type ActionFilter,
  type FilterName,
} from '@open-sanctuary/widgets/action-tracker/action-tracker.filter';

const several = new Set<string>(['status', 'strength', 'groupView'] satisfies FilterName[]);
const single = new Set<string>(['theme', 'lead', 'words', 'sort'] satisfies FilterName[]);

/** The filter of an address. Of what a form can hold only once, the last one counts. */
export const readPlanFilter = (query: URLSearchParams): ActionFilter =>
  Object.fromEntries(
    Object.entries(readFilter([...query].filter(([, value]) => value !== 'false'))).map(([name, values]) => [
      name,
      several.has(name) ? values : values.slice(-1),
    ]),
  );

/** The arguments by which the register is asked for the same. */
export const filterArguments = (filter: ActionFilter): Record<string, unknown> =>
  Object.fromEntries(
    (Object.keys(filter) as FilterName[]).map((name) => [
      name,
      several.has(name) ? filter[name] : single.has(name) ? filter[name]?.[0] : true,
    ]),
  );

export const isFiltering = (filter: ActionFilter): boolean => listEntries(filter).length > 0;

/** The attributes by which the element starts with the same filter; nothing when it has none for it. */
export function findAttributes(
  filter: ActionFilter,
): { themeRef?: string; lead?: string; status?: string } | undefined {
  const { theme, lead, status, ...others } = filter;
  if (isFiltering(others) || (status?.length ?? 0) > 1) return undefined;
  return {
    ...(theme?.[0] && { themeRef: theme[0] }),
    ...(lead?.[0] && { lead: lead[0] }),
    ...(status?.[0] && { status: status[0] }),
  };
}
