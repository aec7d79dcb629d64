import type {
  AssessedView,
  CommitmentStrength,
  ConsentMeans,
  ConstituencyKind,
  CouncilKind,
  EditorRole,
  EvidenceKind,
  GroupKind,
  LeadRole,
  MeetingState,
  NameForm,
  OrganisationKind,
  PlanKind,
  PlanState,
  ReportedStatus,
  TargetKind,
  TranslationSource,
} from '../generated/client/enums.ts';
import type { DemoService } from './service-data.ts';

/** What a demo council holds, as plain data. Days are counted from the day the demo is loaded, so that it never goes stale by itself. */
export interface DemoCouncil {
  slug: string;
  name: string;
  kind: CouncilKind;
  officialCode?: string;
  languages?: string[];
  contactEmail?: string;
  contactUrl?: string;
  reportingEveryMonths?: number;
  isExample?: true;
  organisations: DemoOrganisation[];
  groups: DemoGroup[];
  plans: DemoPlan[];
  services?: DemoService[];
}

export interface DemoOrganisation {
  name: string;
  kind: OrganisationKind;
  charityNumber?: string;
  website?: string;
  description?: string;
  language?: string;
  email?: string;
  telephone?: string;
  thingsWanted?: string;
  thingsNotWanted?: string;
  withholdsTimes?: true;
  staysOutOfOpenData?: true;
  translations?: DemoTranslation[];
}

/** Days are written YYYY-MM-DD. */
export interface DemoGroup {
  slug: string;
  name: string;
  kind: GroupKind;
  purpose?: string;
  periodText?: string;
  startsOn?: string;
  endsOn?: string;
  datesAreDerived?: true;
  meetsEveryMonths?: number;
  howToJoin?: string;
  whatIsPaid?: string;
  whatHelp?: string;
  contactEmail?: string;
  contactUrl?: string;
  constituencies: DemoConstituency[];
  meetings?: DemoMeeting[];
  translations?: DemoTranslation[];
}

export interface DemoConstituency {
  kind: ConstituencyKind;
  name: string;
  note?: string;
  termText?: string;
  isNumberPublished?: false;
  isListComplete?: false;
  howToJoin?: string;
  seats?: DemoSeat[];
  translations?: DemoTranslation[];
}

export interface DemoSeat {
  title?: string;
  organisation?: string;
  startsOn?: string;
  endsOn?: string;
  datesAreDerived?: true;
  terms?: DemoTerm[];
}

export interface DemoTerm {
  organisation?: string;
  cohort?: string;
  startsOn?: string;
  endsOn?: string;
  datesAreDerived?: true;
  appearance?: {
    form: NameForm;
    name?: string;
    consentGivenOn?: string;
    consentMeans?: ConsentMeans;
    consentUntil?: string;
    isWithdrawn?: true;
  };
  interest?: { text: string; declaredOn: string; isPublic?: true };
}

export interface DemoMeeting {
  day: string;
  startTime?: string;
  endTime?: string;
  state: MeetingState;
  isOpen?: true;
  agenda?: string;
  agendaUrl?: string;
  minutesUrl?: string;
  access?: { place?: string; joiningUrl?: string; isPublic?: true };
  decisions?: DemoDecision[];
}

export interface DemoDecision {
  text: string;
  /** It gives the views of the group that were decided on the day of the meeting. */
  givesViews?: true;
  /** A body whose member took no part, as everybody may know. */
  recused?: string;
  translations?: DemoTranslation[];
}

export interface DemoPlan {
  slug: string;
  title: string;
  summary?: string;
  kind: PlanKind;
  state: PlanState;
  periodText?: string;
  adoptedText?: string;
  sourceUrl?: string;
  coProductionNote?: string;
  supersedesNames?: string[];
  /** Slug of an earlier plan of the same council. */
  supersedes?: string;
  refsAreDerived?: true;
  /** Since when its actions are worded as they are, where an action does not say so itself. */
  wordedDaysAgo?: number;
  themes: DemoTheme[];
  translations?: DemoTranslation[];
}

export interface DemoTheme {
  title: string;
  detail?: string;
  actions: DemoAction[];
  targets?: DemoTarget[];
  translations?: DemoTranslation[];
}

export interface DemoAction {
  title: string;
  detail?: string;
  leadText?: string;
  leads?: { role: LeadRole; name: string }[];
  dueText?: string;
  strengths?: CommitmentStrength[];
  /** Earlier wordings, oldest first; the action itself carries the newest. */
  earlier?: (Pick<DemoAction, 'title' | 'detail' | 'leadText' | 'leads' | 'dueText'> & { daysAgo: number })[];
  wordedDaysAgo?: number;
  milestones?: { title: string; dueText?: string; metDaysAgo?: number }[];
  targets?: DemoTarget[];
  reports?: DemoReport[];
  translations?: DemoTranslation[];
}

export interface DemoTarget {
  kind: TargetKind;
  statement: string;
  unit?: string;
  baselineValue?: number;
  targetValue?: number;
  forWhom?: string;
  dueText?: string;
  shares?: { statement: string; targetValue: number; forWhom: string; measurements?: DemoMeasurement[] }[];
  measurements?: DemoMeasurement[];
}

export interface DemoMeasurement {
  daysAgo: number;
  value?: number;
  isFewerThanFive?: true;
  source: string;
  sourceUrl?: string;
}

export interface DemoReport {
  daysAgo: number;
  status: ReportedStatus;
  whatHappened: string;
  byRole: EditorRole;
  isDraft?: true;
  /** Index, in this list, of the report that this one corrects. */
  corrects?: number;
  evidence?: { kind: EvidenceKind; title: string; url: string; datedDaysAgo?: number }[];
  view?: { view: AssessedView; reason?: string; daysAgo: number };
  response?: { text: string; daysAgo: number };
  translations?: DemoTranslation[];
}

export interface DemoTranslation {
  language: string;
  field: string;
  text: string;
  source: TranslationSource;
}
