/** The analyzer's own command, which has no types. */
declare module '@custom-elements-manifest/analyzer/cli.js' {
  interface Described {
    readonly name?: string;
    readonly kind?: string;
    readonly privacy?: string;
    readonly static?: boolean;
    readonly inheritedFrom?: { readonly name: string } | undefined;
  }

  interface Manifest {
    readonly modules: readonly {
      readonly path: string;
      readonly declarations: readonly { members?: Described[]; events?: Described[] }[];
    }[];
  }

  export function cli(options: { argv: string[]; cwd: string; noWrite: boolean }): Promise<Manifest>;
}
