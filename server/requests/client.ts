/** What the server asks of a client that says it has files: method → what goes in and what comes back. */
export interface ClientRequests {
  /** The URIs of every article of the workspace. */
  'newsmark/listArticles': { params: undefined; result: readonly string[] };
  /** The URIs of the files that hold the marks of articles. */
  'newsmark/listSideFiles': { params: undefined; result: readonly string[] };
  /** The text of a file; null where it is missing. */
  'newsmark/readFile': { params: FileParams; result: string | null };
  /** The URIs of the files that lie in a folder itself; none where it cannot be read. */
  'newsmark/listFolder': { params: FileParams; result: readonly string[] };
  /** Replaces a file as a whole. */
  'newsmark/writeFile': { params: FileParams & { readonly text: string }; result: null };
}

export interface FileParams {
  readonly uri: string;
}

/** What a client says of itself when the server starts; every field may be missing. */
export interface InitializationOptions {
  /** The client runs `command:newsmark.goTo?[uri, line, character]` links in hovers; others get file links. */
  readonly commandLinks?: boolean;
  /** The client answers `newsmark/readFile` and `newsmark/writeFile`. */
  readonly files?: boolean;
  /** In the browser: the bytes of the model files, or the addresses to fetch them from. */
  readonly models?: readonly (Uint8Array | string)[];
  /** Addresses of what explains the problems, by their codes; a problem without one has no link. */
  readonly documentation?: Readonly<Record<string, string>>;
  /** URI of a folder where the server may keep what it has read, from one start to the next. */
  readonly storage?: string;
  /** Settings of a client without `workspace/configuration`, in the shape of the section `newsmark`. */
  readonly settings?: unknown;
}
