declare const IN_ELEMENT: boolean;

/** Whether this is a server's page, which shows everything at once and asks by links and forms; decided by the build. */
export const isPage = typeof IN_ELEMENT === 'undefined';
