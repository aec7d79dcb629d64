import { define } from '../widget/widget-element.ts';
import { ServiceFinder } from './service-finder.ts';

define('sanctuary-service-finder', ServiceFinder);

declare global {
  interface HTMLElementTagNameMap {
    'sanctuary-service-finder': ServiceFinder;
  }
}
