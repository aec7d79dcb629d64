import type { FoundTheme } from './plan-draft.ts';

/** A theme may go on in another sheet or table. */
export function addTheme(themes: FoundTheme[], theme: FoundTheme) {
  const same = themes.find(
    (known) => known.title.toLowerCase() === theme.title.toLowerCase() && known.ref === theme.ref,
  );
  if (!same) themes.push(theme);
  else {
    same.actions.push(...theme.actions);
    same.targets.push(...theme.targets);
    same.detail ??= theme.detail;
  }
}
