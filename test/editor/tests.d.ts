/** All test files of the suite; the bundler writes it. */
declare module 'editor-tests' {
  export function tests(): Promise<unknown>;
}
