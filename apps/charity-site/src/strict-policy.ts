/** The strictest policy under which the widgets promise to work, with somewhere to complain to. */
const strictPolicy = (serverOrigin: string, styles: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    `script-src ${serverOrigin}`,
    `style-src ${styles}`,
    `connect-src ${serverOrigin}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
    'report-uri /csp-reports',
  ].join('; ');

/** The policy of each page that has one. */
export const listPolicies = (serverOrigin: string): ReadonlyMap<string, string> =>
  new Map([
    ['strict.html', strictPolicy(serverOrigin, "'none'")],
    // The same, but its hostile stylesheet has to arrive.
    ['hostile.html', strictPolicy(serverOrigin, "'self'")],
  ]);
