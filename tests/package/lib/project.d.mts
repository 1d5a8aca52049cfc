/** An empty project with the package installed from its tarball. */
export class Project {
  static make(): Promise<Project>;
  readonly root: string;
  at(...parts: string[]): string;
  lend(name: string): void;
  remove(): void;
}
