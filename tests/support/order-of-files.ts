import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Long files begin first, so that at the end no processor waits for one of them. */
const PROJECTS = ['e2e', 'system', 'rules', 'api'];

// Files of a project stay together: each worker reads its modules once.
const placeOf = ({ project }: TestSpecification): number => {
  const place = PROJECTS.indexOf(project.name);
  return place === -1 ? PROJECTS.length : place;
};

export class OrderOfFiles extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
