import { builder, shown } from './builder.ts';
import './scalars.ts';
import './council/council.queries.ts';
import './plan/plan.queries.ts';

builder.queryType(shown('What can be asked.'));

export const publicSchema = builder.toSchema({ subGraph: 'Public', sortSchema: true });
export const manageSchema = builder.toSchema({ subGraph: 'Manage', sortSchema: true });

export { createContext, createManageContext, type Context } from './context.ts';
export { Editor } from './editor.ts';
export { ExpectedError } from './errors.ts';
export { calendarDate } from './calendar.rules.ts';
