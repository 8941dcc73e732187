// Pictures: a text for each, and a file for each that is the newsroom's own.
import { expect, test } from "vitest";
import { article, checkedBody, findingsIn, newsroomOf } from "./check-files.ts";

test("a lead image without alt, or with an empty one", async () => {
  expect(await checkedBody("Text.", ["image: {src: https://x.example/a.png}"])).toEqual([
    "a.yaml:2:8 warning missing-alt: the image has no alt text",
  ]);
  expect(await checkedBody("Text.", ['image: {src: https://x.example/a.png, alt: " "}'])).toEqual([
    "a.yaml:2:8 warning missing-alt: the image has no alt text",
  ]);
  expect(await checkedBody("Text.", ["image: {src: https://x.example/a.png, alt: A wafer}"])).toEqual([]);
});

test("pictures in the body without alt; code shows what it shows", async () => {
  const body =
    "x ![](https://x.example/a.png) ![ ][r] ![A wafer](https://x.example/b.png) `![](c.png)`\n\n[r]: https://x.example/r.png";
  expect(await checkedBody(body)).toEqual([
    "a.yaml:3:5 warning missing-alt: this picture has no alt text",
    "a.yaml:3:34 warning missing-alt: this picture has no alt text",
  ]);
});

test("pictures that are no file of the newsroom, or lead out of it", async () => {
  const body = "![x](images/none.png) ![x](images/a%20b.png)\n\n![x](../a.png)\n\n![x](/served.png)";
  const root = newsroomOf({
    "articles/a.yaml": article(body, ["image: {src: images/nope.png, alt: x}"]),
    "images/a b.png": "png",
  });
  expect(
    (await findingsIn(root)).map(({ line, column, code, message }) => ({ line, column, code, message })),
  ).toEqual([
    {
      line: 2,
      column: 14,
      code: "missing-image",
      message: "there is no picture images/nope.png in the newsroom",
    },
    {
      line: 4,
      column: 8,
      code: "missing-image",
      message: "there is no picture images/none.png in the newsroom",
    },
    { line: 6, column: 8, code: "missing-image", message: "there is no picture ../a.png in the newsroom" },
  ]);
});
