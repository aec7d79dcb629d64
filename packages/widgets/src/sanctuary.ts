// What partners load: every tag, registered once.
import './action-tracker/action-tracker.define.ts';
import './service-finder/service-finder.define.ts';
import './steering-group/steering-group.define.ts';
