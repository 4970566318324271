/** Text files by their URIs. */
export interface TextFiles {
  /** The text; undefined where the file is missing or cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /**
   * Replaces the file, as a whole or not at all, by what `change` makes of its text, which is empty where there is no file;
   * undefined leaves it. Gives the text that stands in the file then; rejects where it cannot be written.
   */
  change(uri: string, change: (present: string) => string | undefined): Promise<string>;
  /** The URIs of the files that lie in a folder itself; none where it cannot be read. */
  list(folderUri: string): Promise<readonly string[]>;
}
