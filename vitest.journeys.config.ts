import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The tour is the shortest file and one of the longest journeys: begun last it would end alone. */
class TourFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isTour = ({ moduleId }: TestSpecification) => moduleId.endsWith("tour.test.ts");
    const others = await super.sort(files);
    return [...others.filter(isTour), ...others.filter((file) => !isTour(file))];
  }
}

// Journeys drive the real Electron: two at a time, for each waits more than it works, and each with
// minutes instead of seconds.
export default defineConfig({
  test: {
    include: ["tests/journeys/**/*.test.ts"],
    maxWorkers: 2,
    sequence: { sequencer: TourFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
