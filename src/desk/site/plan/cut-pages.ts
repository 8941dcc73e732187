// A list of stories cut into pages that stay as they are: numbered from the oldest story on, so that a new one changes
// the front of the list and leaves the pages behind it alone.

/** The stories from one place of a list to another, newest first. The front has no number. */
export interface CutPage {
  readonly number?: number;
  readonly start: number;
  readonly end: number;
}

/** The front holds between one and two pages' worth of the newest stories; behind it each page holds exactly `size`. */
export function cutPages(stories: number, size: number): CutPage[] {
  const full = Math.max(0, Math.floor((stories - 1) / size) - 1);
  const pages = Array.from({ length: full }, (_, at): CutPage => {
    const end = stories - at * size;
    return { number: at + 1, start: end - size, end };
  });
  return [{ start: 0, end: stories - full * size }, ...pages];
}
