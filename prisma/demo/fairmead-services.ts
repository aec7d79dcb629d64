import { fairmeadAdvice } from './fairmead-advice.ts';
import { fairmeadDailyLife } from './fairmead-daily-life.ts';
import { fairmeadHealth } from './fairmead-health.ts';
import { fairmeadLearning } from './fairmead-learning.ts';
import { fairmeadPeople } from './fairmead-people.ts';
import type { DemoService } from './service-data.ts';
import { serviceDaysFrom } from './service-days.ts';

/** Invented services in every state, form and freshness that one can have. `today` is the day of loading, YYYY-MM-DD. */
export function fairmeadServices(today: string): DemoService[] {
  const days = serviceDaysFrom(today);
  return [fairmeadAdvice, fairmeadDailyLife, fairmeadHealth, fairmeadLearning, fairmeadPeople].flatMap(
    (list) => list(days),
  );
}
