import { getWords } from '@open-sanctuary/widgets/words';

/** The words of pages that are written in English alone. */
export const english = getWords('en');
