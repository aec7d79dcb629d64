// What partners load: every tag, registered once.
import './steering-group/steering-group.define.ts';
import './action-tracker/action-tracker.define.ts';
import './service-finder/service-finder.define.ts';
