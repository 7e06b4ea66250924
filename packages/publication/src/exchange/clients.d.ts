/** Clients of the standards that bring no types of their own. What the tests use of them. */
declare module 'sdmx-json-parser' {
  export class SDMXParser {
    getDatasets(url: string): Promise<unknown>;
    getName(): string;
    getData(): readonly Readonly<Record<string, string | number | null>>[];
  }
}

declare module 'datapackage' {
  interface Resource {
    read(options: { readonly keyed: true }): Promise<readonly Readonly<Record<string, unknown>>[]>;
  }
  export const Package: {
    load(path: string): Promise<{
      readonly valid: boolean;
      readonly errors: readonly unknown[];
      readonly resources: readonly Resource[];
    }>;
  };
}

declare module 'jsonstat-toolkit' {
  interface Dataset {
    readonly class: string;
    readonly length: number;
    readonly role: unknown;
    Data(
      codes: Readonly<Record<string, string>>,
    ): { readonly value: number | null; readonly status: string | null } | null;
    Dimension(name: string): { Category(code: string): { readonly label: string } | null } | null;
  }
  const JSONstat: (value: unknown) => Dataset;
  export = JSONstat;
}
