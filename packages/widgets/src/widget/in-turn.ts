/**
 * Draws a part of a view, by a name of its own; its size is how long that takes, measured in lines of a list, or 0 for
 * what stands below others and would be moved by them. On a page everything is there at once; an element may leave what
 * it returns empty for now.
 */
export type InTurn = (name: string, draw: () => unknown, size?: number) => unknown;

/** As a page draws its parts. */
export const atOnce: InTurn = (_, draw) => draw();
