// Pictures that are no file of the newsroom.
import { imagesOf } from "../../body/body-links.ts";
import { parseBody } from "../../body/parse-body.ts";
import { sizeOfFile } from "../../newsroom/read/size-of-file.ts";
import type { Place } from "../place-in-file.ts";
import type { Rule, Story } from "./rule.ts";

interface Picture {
  readonly src: string;
  readonly place: Place;
}

export const MISSING_IMAGE: Rule = {
  code: "missing-image",
  severity: "error",
  summary: "A picture is no file of the newsroom.",
  begin: ({ desk }) =>
    function* (story) {
      for (const { src, place } of picturesOf(story)) {
        // What has a scheme or begins at the site's root is served by somebody else.
        if (/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(src) || sizeOfFile(desk.root, decoded(src)) !== undefined)
          continue;
        yield {
          place,
          message: `there is no picture ${decoded(src)} in the newsroom`,
          hint: "a path counts from the folder of stet.yaml",
        };
      }
    },
};

function* picturesOf({ article: { image, body } }: Story): Generator<Picture> {
  if (image !== undefined) yield { src: image.src, place: { way: ["image", "src"] } };
  if (!body.includes("![")) return;
  for (const src of imagesOf(parseBody(body))) {
    const at = [src, decoded(src)].map((written) => body.indexOf(written)).find((offset) => offset !== -1);
    yield { src: src.replace(/[?#].*$/s, ""), place: { way: ["body"], at: at ?? body.indexOf("![") } };
  }
}

function decoded(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}
