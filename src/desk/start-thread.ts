// One worker thread beside this one, that answers batches in the order it gets them: a program of the bundle, with a file
// of its own.
import threads from "node:worker_threads";
import { processors } from "../newsroom/processors.ts";
import { programOf } from "./thread-program.ts";

/** A thread that is given questions of one kind, many at a time. */
export interface Thread<Question, Answer> {
  /** Rejects where the thread does not start, ends, or has ended. */
  send(batch: readonly Question[]): Promise<readonly Answer[]>;
  stop(): Promise<unknown>;
}

/** What threads are started for. */
export interface ThreadPlan {
  /** The program's file, beside the bundle. */
  readonly program: string;
  /** Plain data. */
  readonly data: unknown;
  /** At most so many, and fewer than there are processors. */
  readonly most: number;
}

/** Starts them; none where stet runs from its source: a thread starts from a file of JavaScript. */
export function startThreads<Question, Answer>({
  program,
  data,
  most,
}: ThreadPlan): Thread<Question, Answer>[] {
  const file = programOf(program);
  if (file === undefined) return [];
  return Array.from({ length: Math.min(most, processors() - 1) }, () =>
    startThread<Question, Answer>(file, data),
  );
}

interface Waiting<Answer> {
  readonly resolve: (answers: readonly Answer[]) => void;
  readonly reject: (error: unknown) => void;
}

function startThread<Question, Answer>(file: string, data: unknown): Thread<Question, Answer> {
  const worker = new threads.Worker(file, { workerData: data });
  const waiting: Waiting<Answer>[] = [];
  let ended: unknown;
  const end = (reason: unknown): void => {
    ended ??= reason;
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  worker.on("message", (answers: readonly Answer[]) => waiting.shift()?.resolve(answers));
  worker.on("error", end);
  worker.on("exit", () => end(new Error("the thread has ended")));
  return {
    send: (batch) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) {
          reject(ended);
          return;
        }
        waiting.push({ resolve, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
        worker.postMessage(batch);
      }),
    stop: () => worker.terminate(),
  };
}
