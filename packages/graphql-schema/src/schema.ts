import { builder, shown } from './builder.ts';
import './scalars.ts';
import './council/council.queries.ts';
import './plan/plan.queries.ts';
import './plan/plan-as-at.type.ts';
import './action/action.mutations.ts';
import './report/report.mutations.ts';
import './group-assessment/group-assessment.mutations.ts';
import './council-response/council-response.mutations.ts';
import './steering-group/steering-group.mutations.ts';
import './seat/seat.mutations.ts';
import './appearance/appearance.type.ts';
import './appearance/appearance.mutations.ts';
import './meeting/meeting.mutations.ts';
import './organisation/organisation.mutations.ts';
import './service/service.queries.ts';
import './service/service.mutations.ts';
import './location/location.mutations.ts';
import './schedule/schedule.mutations.ts';
import './synonym-group/synonym-group.mutations.ts';
import './service-search/service-search.queries.ts';
import './visitor-word/visitor-word.mutations.ts';

builder.queryType(shown('What can be asked.'));
builder.mutationType(shown('What can be changed. Each change is all or nothing.'));

export const publicSchema = builder.toSchema({ subGraph: 'Public', sortSchema: true });
export const manageSchema = builder.toSchema({ subGraph: 'Manage', sortSchema: true });

export { createContext, createManageContext, type Context } from './context.ts';
export { listSizes, lookUps } from './cost.ts';
export { Editor } from './editor.ts';
export { ExpectedError } from './errors.ts';
export { calendarDate } from './calendar.rules.ts';
export {
  applyErasures,
  type ErasureNote,
  findOwnEntry,
  listErasures,
  type OwnEntry,
  withdrawByCode,
} from './appearance/withdrawal.ts';
