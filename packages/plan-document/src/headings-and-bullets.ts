import type { Block } from './blocks.ts';
import { readsAsCommitments } from './commitments.ts';
import { readBulletFields, readLeadField } from './fields-in-bullets.ts';
import { introducesAreas, introducesList, isListHeading, readLeadIn, type ListKind } from './lead-ins.ts';
import type { LineLedger } from './line-ledger.ts';
import type { FoundAction, FoundTarget, FoundTheme } from './plan-draft.ts';
import { countWords, joinWrapped, startsLowerCase } from './text-lines.ts';
import { withoutContinued, withoutLabelWord } from './theme-title.ts';

interface BulletList {
  kind: ListKind;
  isExplicit: boolean;
  leadIn: Block | null;
  items: Item[];
}

interface Item {
  block: Block;
  below: Block[];
  fields: Block[];
}

interface Section {
  heading: Block | null;
  intro: Block[];
  lists: BulletList[];
  others: Block[];
}

const WHY = {
  heading: 'A heading with no actions under it',
  leadIn: 'Words that introduce a list; the list itself is in the draft',
  list: 'A list that does not read as actions (names, notices or advice)',
  paragraph: 'Text outside the plan’s themes',
  betweenLists: 'Text between the lists of a theme',
};

/** What web pages call the links and addresses beside their text. */
const ASIDE =
  /^(?:related (?:pages?|links?|content|topics?|information|articles?|documents?)|(?:useful|helpful|quick|external) links?|more (?:on|about|in|from) (?:this|these) \w+|more information|find out more|further (?:reading|information|help)|see also|contact(?: us| details)?|get in touch|share this page|links)$/i;

/** Themes are headings whose bullets read as commitments, with their targets and outcomes. */
export function readHeadingsAndBullets(blocks: readonly Block[], ledger: LineLedger): FoundTheme[] {
  const sections = joinUnderLabels(cutIntoSections(blocks));
  const isTheme = sections.map(isThemeByItsLists);
  const first = isTheme.indexOf(true);
  const last = isTheme.lastIndexOf(true);
  const themes: FoundTheme[] = [];
  for (const [at, section] of sections.entries()) {
    const isBetweenThemes =
      at > first && at < last && !isAside(section) && section.lists.some(hasWholePhrases);
    if (isTheme[at] === true || (first !== -1 && isBetweenThemes))
      themes.push(takeTheme(section, isBetweenThemes, ledger));
    else leaveOutSection(section, ledger);
  }
  return mergeContinued(themes);
}

/** A statement may name its areas and promise nothing under them: themes without actions. */
export function readAreasWithoutActions(blocks: readonly Block[], ledger: LineLedger): FoundTheme[] {
  const labelled = blocks.filter(
    (block) => block.kind === 'heading' && block.label !== null && block.text !== '',
  );
  if (labelled.length >= 2)
    return labelled.map((heading) => takeArea(heading, introAfter(blocks, heading), ledger));

  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'paragraph' || !introducesAreas(block.text)) continue;
    const items: Block[] = [];
    for (let next = at + 1; blocks[next]?.kind === 'item'; next += 1) {
      const item = blocks[next];
      if (item && item.sign === (items[0] ?? item).sign) items.push(item);
    }
    if (items.length < 2 || items.some((item) => countWords(item.text) > 25)) continue;
    for (const line of block.lines) ledger.leaveOut(line, WHY.leadIn);
    return items.map((item) => takeArea({ ...item, ref: null }, [], ledger));
  }
  return [];
}

function introAfter(blocks: readonly Block[], heading: Block): Block[] {
  const intro: Block[] = [];
  for (let at = blocks.indexOf(heading) + 1; blocks[at]?.kind === 'paragraph'; at += 1) {
    const block = blocks[at];
    if (block) intro.push(block);
  }
  return intro;
}

function takeArea(block: Block, intro: readonly Block[], ledger: LineLedger): FoundTheme {
  for (const line of [block, ...intro].flatMap((taken) => taken.lines)) ledger.take(line);
  return {
    ref: block.ref,
    title: block.text,
    detail: joinParagraphs(intro),
    actions: [],
    targets: [],
    place: { line: block.lines[0] ?? 1 },
  };
}

function cutIntoSections(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [];
  const listHeadings = countTexts(
    blocks.filter((block) => block.kind === 'heading' && isListHeading(block.text)),
  );
  let section = startSection(null);
  let leadIn: Block | null = null;
  let list: BulletList | null = null;
  sections.push(section);

  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    const introduces =
      next?.kind === 'item' &&
      (introducesList(block.text) || (block.kind === 'heading' && isListHeading(block.text)));
    const isRepeatedListHeading =
      block.kind === 'heading' && (listHeadings.get(block.text.toLowerCase()) ?? 0) >= 2;
    const hasPlace = section.heading !== null && block.label === null;

    if (
      (block.kind === 'paragraph' && introduces) ||
      (block.kind === 'heading' && hasPlace && (introduces || isRepeatedListHeading))
    ) {
      if (leadIn) section.others.push(leadIn);
      leadIn = block;
      list = null;
    } else if (block.kind === 'heading') {
      if (leadIn) section.others.push(leadIn);
      section = startSection(block);
      sections.push(section);
      leadIn = null;
      list = null;
    } else if (block.kind === 'item') {
      const item = list?.items.at(-1);
      if (list && item && isBelow(block, item)) item.below.push(block);
      else {
        list ??= startList(section, leadIn);
        leadIn = null;
        list.items.push({ block, below: [], fields: [] });
      }
    } else if (block.kind === 'field') list?.items.at(-1)?.fields.push(block);
    else if (section.lists.length === 0 && !leadIn) section.intro.push(block);
    else {
      section.others.push(block);
      list = null;
    }
  }
  if (leadIn) section.others.push(leadIn);
  return sections;
}

function startSection(heading: Block | null): Section {
  return { heading, intro: [], lists: [], others: [] };
}

function startList(section: Section, leadIn: Block | null): BulletList {
  const before = section.lists.at(-1);
  const headed =
    section.heading && isListHeading(section.heading.text) ? readLeadIn(section.heading.text) : null;
  const { kind, isExplicit } = leadIn
    ? readLeadIn(leadIn.text)
    : (before ?? headed ?? { kind: 'ACTION', isExplicit: false });
  const list: BulletList = { kind, isExplicit: leadIn || headed ? isExplicit : false, leadIn, items: [] };
  section.lists.push(list);
  return list;
}

/** A bullet further in, or of a lesser sign, belongs to the bullet above it. */
function isBelow(block: Block, { block: above, below }: Item): boolean {
  if (block.sign === above.sign) return block.indent > above.indent + 1 && block.ref === null;
  if (block.sign === 'ref' || above.sign === '') return false;
  if (block.indent !== above.indent) return block.indent > above.indent;
  if (/^[–—-]$/.test(block.sign)) return goesOnAfter(block, above) || below.some(isSisterOf(block));
  return /^(?:o|[○◦▪■□]|letter.)$/.test(block.sign);
}

/** A dash is as often only another sign for the next promise: it stands below where the bullet above is left open. */
function goesOnAfter(block: Block, above: Block): boolean {
  return above.text.endsWith(':') || (startsLowerCase(block.text) && !startsLowerCase(above.text));
}

const isSisterOf =
  ({ sign, indent }: Block) =>
  (other: Block) =>
    other.sign === sign && other.indent === indent;

/** Where themes are labelled ("Objective 1"), other headings among them only part their lists. */
function joinUnderLabels(sections: readonly Section[]): Section[] {
  const isLabelled = (section: Section) =>
    section.heading !== null && (section.heading.label !== null || section.heading.ref !== null);
  const labels = countTexts(
    sections.map((section) => section.heading).filter((heading) => heading?.label != null),
    (heading) => heading?.label ?? '',
  );
  const hasLabels =
    [...labels.values()].some((times) => times >= 2) || sections.filter(isLabelled).length >= 2;
  const last = sections.findLastIndex((section) => isLabelled(section));
  if (!hasLabels) return [...sections];

  const joined: Section[] = [];
  let open: Section | null = null;
  for (const [at, section] of sections.entries()) {
    if (isLabelled(section)) {
      open = section;
      joined.push(section);
    } else if (open && (at < last || open.lists.length === 0)) {
      if (section.heading) open.others.push(section.heading);
      open.others.push(...section.intro, ...section.others);
      open.lists.push(...section.lists);
    } else joined.push(section);
  }
  return joined;
}

const isAside = ({ heading }: Section): boolean => heading !== null && ASIDE.test(heading.text);

function isThemeByItsLists(section: Section): boolean {
  return !isAside(section) && section.lists.some((list) => list.kind === 'ACTION' && isActionList(list));
}

function isActionList(list: BulletList): boolean {
  const texts = list.items.map((item) => item.block.text);
  const hasRefs =
    list.items.every((item) => item.block.sign === 'ref') && texts.every((text) => countWords(text) >= 4);
  return (list.isExplicit && hasWholePhrases(list)) || hasRefs || readsAsCommitments(texts);
}

function hasWholePhrases(list: BulletList): boolean {
  const words = list.items.reduce((total, item) => total + countWords(item.block.text), 0);
  return words / list.items.length >= 5;
}

function takeTheme(section: Section, takesAnyPhrase: boolean, ledger: LineLedger): FoundTheme {
  const take = (block: Block) => block.lines.forEach((line) => ledger.take(line));
  const leaveOut = (block: Block, why: string) => block.lines.forEach((line) => ledger.leaveOut(line, why));
  const theme: FoundTheme = {
    ref: section.heading?.ref ?? null,
    title: withoutLabelWord(section.heading?.text ?? ''),
    detail: joinParagraphs(section.intro),
    actions: [],
    targets: [],
    place: { line: section.heading?.lines[0] ?? section.lists[0]?.items[0]?.block.lines[0] ?? 1 },
  };
  if (section.heading) take(section.heading);
  section.intro.forEach(take);
  for (const block of section.others) leaveOut(block, WHY.betweenLists);
  for (const list of section.lists) {
    if (list.leadIn) leaveOut(list.leadIn, WHY.leadIn);
    if (list.kind === 'ACTION' && !isActionList(list) && !(takesAnyPhrase && hasWholePhrases(list))) {
      leaveOutList(list, ledger);
      continue;
    }
    for (const item of list.items) {
      [item.block, ...item.below, ...item.fields].forEach(take);
      if (list.kind === 'ACTION') theme.actions.push(readAction(item));
      else theme.targets.push(readFoundTarget(item, list.kind));
    }
  }
  return theme;
}

function readAction({ block, below, fields }: Item): FoundAction {
  const field = (column: Block['column']) => fields.find((found) => found.column === column)?.text ?? null;
  const { wording, ...inText } = readBulletFields(block.text);
  const lead = field('lead');
  const { leadText, dueText } = lead === null ? inText : readLeadField(lead);
  const details = [...below.map((sub) => sub.text), field('detail')].filter((text) => text !== null);
  const place = { line: block.lines[0] ?? 1 };
  return {
    ref: block.ref,
    wording,
    detail: details.length > 0 ? details.join('\n') : null,
    leadText,
    dueText: field('due') ?? dueText ?? inText.dueText,
    statusText: field('status'),
    progressText: field('progress'),
    targets: fields.flatMap((found): FoundTarget[] => {
      if (found.column !== 'target' && found.column !== 'outcome') return [];
      return [
        {
          kind: found.column === 'target' ? 'TARGET' : 'OUTCOME',
          statement: found.text,
          place: { line: found.lines[0] ?? 1 },
        },
      ];
    }),
    place,
  };
}

function readFoundTarget({ block, below, fields }: Item, kind: 'TARGET' | 'OUTCOME'): FoundTarget {
  const statement = [block, ...below, ...fields].reduce((text, part) => joinWrapped(text, part.text), '');
  return { kind, statement, place: { line: block.lines[0] ?? 1 } };
}

function leaveOutSection(section: Section, ledger: LineLedger) {
  for (const line of section.heading?.lines ?? []) ledger.leaveOut(line, WHY.heading);
  for (const block of [...section.intro, ...section.others]) {
    for (const line of block.lines) ledger.leaveOut(line, WHY.paragraph);
  }
  for (const list of section.lists) {
    leaveOutList(list, ledger);
    for (const line of list.leadIn?.lines ?? []) ledger.leaveOut(line, WHY.list);
  }
}

function leaveOutList(list: BulletList, ledger: LineLedger) {
  for (const { block, below, fields } of list.items) {
    for (const line of [block, ...below, ...fields].flatMap((part) => part.lines))
      ledger.leaveOut(line, WHY.list);
  }
}

/** "Housing" and, after a page break, "Housing (continued)" are one theme. */
function mergeContinued(themes: readonly FoundTheme[]): FoundTheme[] {
  const merged: FoundTheme[] = [];
  for (const theme of themes) {
    const before = merged.at(-1);
    const title = withoutContinued(theme.title);
    if (before && title !== '' && before.title.toLowerCase() === title.toLowerCase()) {
      before.actions.push(...theme.actions);
      before.targets.push(...theme.targets);
    } else merged.push(theme);
  }
  return merged;
}

function joinParagraphs(paragraphs: readonly Block[]): string | null {
  return paragraphs.length === 0 ? null : paragraphs.map((block) => block.text).join('\n\n');
}

function countTexts<T extends Block | null>(
  blocks: readonly T[],
  keyOf: (block: T) => string = (block) => block?.text.toLowerCase() ?? '',
): Map<string, number> {
  const times = new Map<string, number>();
  for (const block of blocks) times.set(keyOf(block), (times.get(keyOf(block)) ?? 0) + 1);
  return times;
}
