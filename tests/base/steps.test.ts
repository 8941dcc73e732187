import { expect, test } from "vitest";
import { allSteps, sharedSteps, type Steps } from "../../src/base/steps.ts";

function* stepsOf(count: number, done: number[] = []): Steps<string> {
  for (let step = 1; step <= count; step++) {
    done.push(step);
    if (step < count) yield;
  }
  return `after ${count}`;
}

test("all steps are done at once, and something else between each two of them", () => {
  const done: number[] = [];
  let between = 0;
  expect(allSteps(stepsOf(3, done), () => between++)).toBe("after 3");
  expect([done, between]).toEqual([[1, 2, 3], 2]);
  expect(allSteps(stepsOf(1))).toBe("after 1");
});

test("steps that are shared are done once, whoever asks for them", () => {
  const done: number[] = [];
  const share = sharedSteps(stepsOf(3, done));
  share().next();
  expect(allSteps(share())).toBe("after 3");
  expect(allSteps(share())).toBe("after 3");
  expect(done).toEqual([1, 2, 3]);
});
