import type {
  AccessibilityFeature,
  AccessMode,
  CheckerKind,
  ContactKind,
  CostKind,
  DeliveryMode,
  EligibleGroup,
  Frequency,
  HoursKind,
  InterpreterProvision,
  LocationKind,
  PapersAsked,
  ServiceCategory,
  ServiceState,
} from '../generated/client/enums.ts';
import type { DemoTranslation } from './demo-data.ts';

/** A service as plain data. Days are written YYYY-MM-DD, times HH:MM. */
export interface DemoService {
  slug: string;
  organisation: string;
  name: string;
  language?: string;
  summary: string;
  /** The first is the main one. */
  categories: [ServiceCategory, ...ServiceCategory[]];
  state?: ServiceState;
  stateNote?: string;
  notice?: string;
  noticeFrom?: string;
  noticeUntil?: string;
  access?: AccessMode[];
  referralBy?: string;
  accessNote?: string;
  asksForPapers?: PapersAsked;
  papersNote?: string;
  dataSharing?: string;
  regulator?: string;
  regulatorNumber?: string;
  /** Absent where it is not known. */
  eligibleGroups?: EligibleGroup[];
  minimumAge?: number;
  maximumAge?: number;
  isWomenOnly?: true;
  isForFamilies?: true;
  eligibilityNote?: string;
  interpreters?: InterpreterProvision;
  interpreterLanguages?: string[];
  interpreterNote?: string;
  cost?: CostKind;
  costNote?: string;
  helpsWithTravel?: boolean;
  helpsWithChildcare?: boolean;
  helpNote?: string;
  modes?: DeliveryMode[];
  /** Absent: SCHEDULED where there is a schedule, else UNKNOWN. */
  hours?: HoursKind;
  hoursNote?: string;
  capacityNote?: string;
  waitingWeeks?: number;
  isUrgent?: true;
  lastCheckedOn?: string;
  checkedBy?: CheckerKind;
  sourceUrl?: string;
  staysOutOfOpenData?: true;
  isPublished?: false;
  /** Codes of the languages spoken there, each with a note or null. */
  spoken?: Record<string, string | null>;
  contacts?: DemoContact[];
  areas?: { name: string; outcodes: string[] }[];
  locations?: DemoServiceLocation[];
  /** By telephone, online, or alike at every place. */
  schedules?: DemoSchedule[];
  exceptions?: DemoException[];
  translations?: DemoTranslation[];
}

export interface DemoContact {
  kind: ContactKind;
  value: string;
  label?: string;
  language?: string;
  note?: string;
}

export interface DemoServiceLocation {
  /** The same object in several services is one and the same place. */
  at: DemoLocation;
  note?: string;
  schedules?: DemoSchedule[];
  exceptions?: DemoException[];
}

export interface DemoLocation {
  organisation?: string;
  name?: string;
  kind: LocationKind;
  address?: string;
  city?: string;
  postcode?: string;
  latitude?: number;
  longitude?: number;
  directions?: string;
  accessibility?: AccessibilityFeature[];
  accessibilityNote?: string;
  language?: string;
}

export interface DemoSchedule {
  frequency: Frequency;
  /** 1 is Monday, 7 Sunday. */
  weekdays?: number[];
  weekOfMonth?: number;
  monthDays?: number[];
  opensAt: string;
  closesAt: string;
  firstOn?: string;
  lastOn?: string;
  isByAppointment?: true;
  opensOnBankHolidays?: true;
  note?: string;
  language?: string;
}

export interface DemoException {
  firstDay: string;
  lastDay: string;
  isClosed: boolean;
  opensAt?: string;
  closesAt?: string;
  note?: string;
  language?: string;
}

type Details = Omit<DemoSchedule, 'frequency' | 'weekdays' | 'weekOfMonth' | 'opensAt' | 'closesAt'>;

export const weekly = (
  weekdays: number[],
  opensAt: string,
  closesAt: string,
  details?: Details,
): DemoSchedule => ({ frequency: 'WEEKLY', weekdays, opensAt, closesAt, ...details });

/** Every second week, counted from the week of `firstOn`. */
export const fortnightly = (
  weekdays: number[],
  opensAt: string,
  closesAt: string,
  details: Details & { firstOn: string },
): DemoSchedule => ({ frequency: 'FORTNIGHTLY', weekdays, opensAt, closesAt, ...details });

/** On one weekday of each month: the first (1) to the fifth (5), or the last (-1). */
export const monthly = (
  weekOfMonth: number,
  weekday: number,
  opensAt: string,
  closesAt: string,
  details?: Details,
): DemoSchedule => ({
  frequency: 'MONTHLY',
  weekdays: [weekday],
  weekOfMonth,
  opensAt,
  closesAt,
  ...details,
});
