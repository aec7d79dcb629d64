import { define } from '../widget/widget-element.ts';
import { ActionTracker } from './action-tracker.ts';

define('sanctuary-action-tracker', ActionTracker);

declare global {
  interface HTMLElementTagNameMap {
    'sanctuary-action-tracker': ActionTracker;
  }
}
