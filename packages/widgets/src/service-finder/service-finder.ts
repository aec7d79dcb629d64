import { nothing } from 'lit/html.js';
import { serviceFinderDocumentId, serviceSearchDocumentId } from '../../generated/documents.ts';
import type {
  ServiceFinderQuery,
  ServicePartsFragment,
  ServiceSearchQuery,
} from '../../generated/operations.ts';
import { look } from '../look/look.styles.ts';
import { partsStyles } from '../look/parts.styles.ts';
import { askByPost } from '../query/ask.ts';
import { DataWidget } from '../widget/data-widget.ts';
import { addPack, type Words } from '../words/words.ts';
import type { FinderContext, FoundService } from './context.ts';
import { findOnDevice, weekOnDevice } from './on-device.ts';
import { listChoices, type Choices } from './questions.view.ts';
import { questions, readSearch, toFilter, type Question, type Search } from './search.ts';
import { serviceFinderStyles } from './service-finder.styles.ts';
import { serviceFinderView, type Findings } from './service-finder.view.ts';
import { serviceDetailsView } from './service.view.ts';
import { createCalendarFile, shareView } from './share.view.ts';
import { timetableView } from './timetable.view.ts';
import { finderWords } from './words.en.ts';

addPack('en', finderWords);

/** So many services are drawn at first, and again each time that more are asked for. */
const pageSize = 20;

/** How long "Copied." is said. */
const saidFor = 3000;
