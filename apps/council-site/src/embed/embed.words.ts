import type { Language } from '@open-sanctuary/widgets/words';
import { html, type TemplateResult } from 'lit/html.js';

interface LinkWords {
  readonly plan: (place: string) => TemplateResult;
  readonly group: (place: string) => TemplateResult;
  readonly services: (place: string) => TemplateResult;
}

/** What the plain links say that are pasted with the tags; the apostrophe stands in the template, where it needs no escape. */
export const linkWords: Readonly<Record<Language, LinkWords>> = {
  en: {
    plan: (place) => html`${place}'s sanctuary action plan`,
    group: (place) => html`${place}'s sanctuary steering group`,
    services: (place) => html`Help for people seeking sanctuary in ${place}`,
  },
  ar: {
    plan: (place) => html`خطة عمل الملاذ في ${place}`,
    group: (place) => html`المجموعة التوجيهية للملاذ في ${place}`,
    services: (place) => html`مساعدة لمن يبحثون عن ملاذ في ${place}`,
  },
};
