import { ExpectedError } from './errors.ts';
import { isUuid } from './text.rules.ts';

/** The types that `node` can find. */
const nodeTypes = new Set([
  'Council',
  'Organisation',
  'Plan',
  'Theme',
  'Action',
  'Milestone',
  'Report',
  'Target',
  'SteeringGroup',
  'Constituency',
  'Seat',
  'Term',
  'Meeting',
  'Decision',
  'Service',
  'Location',
  'Schedule',
  'ScheduleException',
  'SynonymGroup',
]);

/** Reads an id that we gave out; whatever else somebody sends never reaches the database. */
export function decodeGlobalId(given: string): { typename: string; id: string } {
  const decoded = Buffer.from(given.slice(0, 200), 'base64');
  const [typename = '', id = '', ...rest] = decoded.toString('latin1').split(':');
  const isOurs =
    rest.length === 0 && nodeTypes.has(typename) && isUuid(id) && decoded.toString('base64') === given;
  if (!isOurs) throw new ExpectedError('This is not an id that we have given out.', 'INVALID_INPUT');
  return { typename, id };
}
