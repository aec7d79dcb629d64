import { define } from '../widget/widget-element.ts';
import { SteeringGroup } from './steering-group.ts';

define('sanctuary-steering-group', SteeringGroup);

declare global {
  interface HTMLElementTagNameMap {
    'sanctuary-steering-group': SteeringGroup;
  }
}
