// The preview over HTTP, for browsers of this machine alone: an address in, what the edition has there out.
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { StetError } from "../base/stet-error.ts";
import type { Desk } from "../desk/desk.ts";
import { answerFailure, answerPath, type Answer, type Elsewhere } from "../desk/preview/answer-path.ts";
import { openPreview, type Preview, type PreviewRequest } from "../desk/preview/open-preview.ts";
import { contentType } from "./content-type.ts";
import { pageNews, type PageNews } from "./page-news.ts";
import { refusalOf } from "./refusal-of.ts";

export interface Served {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; port 0 is any that is free. Throws StetError external where the port cannot be had. */
export async function servePreview(
  desk: Desk,
  port: number,
  request: Omit<PreviewRequest, "url">,
): Promise<Served> {
  const server = http.createServer();
  const taken = await listening(server, port);
  const url = `http://127.0.0.1:${taken}/`;
  const preview = openPreview(desk, { ...request, url, onChange: () => news.wake() });
  const news = pageNews((pages) =>
    preview.read((found) => pages.map(({ page }) => keyAt(answerTo(found, page)))),
  );
  server.on("request", (asked: IncomingMessage, response: ServerResponse) => {
    void respond({ preview, news, port: taken }, asked, response).catch(() => response.destroy());
  });
  const close = async (): Promise<void> => {
    news.close();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    preview.close();
  };
  return { url, close };
}

function listening(server: http.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const why = cause.code === "EADDRINUSE" ? "is taken" : `cannot be used: ${cause.message}`;
      const hint = "stet preview takes any free port where none is named";
      reject(new StetError("external", "io", `port ${port} ${why}`, { cause, hint }));
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** What an edition that was looked at, or the reason why there is none, has at a path. */
function answerTo(found: Awaited<ReturnType<Preview["look"]>>, path: string): Answer | Elsewhere {
  return found instanceof StetError ? answerFailure(found, path) : answerPath(found, path);
}

function keyAt(answer: Answer | Elsewhere): string {
  return "key" in answer ? answer.key : answer.location;
}

interface Serving {
  readonly preview: Preview;
  readonly news: PageNews;
  readonly port: number;
}

async function respond(
  { preview, news, port }: Serving,
  asked: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of GUARDS) response.setHeader(name, value);
  const refusal = refusalOf(asked, port);
  if (refusal !== undefined) return sendText(response, ...refusal);
  const [pathname = "/", search = ""] = (asked.url ?? "/").split(/\?(.*)/s);
  // A question for its head alone would wait for an end that never comes.
  if (pathname === "/-/events" && asked.method === "GET") {
    const words = new URLSearchParams(search);
    return news.listen({ page: words.get("page") ?? "/", key: words.get("key") ?? "" }, response);
  }
  const answer = await preview.read(async (found) => {
    const answer = answerTo(found, pathname);
    return "make" in answer ? { ...answer, content: await answer.make() } : answer;
  });
  if ("location" in answer) response.writeHead(302, { Location: answer.location }).end();
  else sendAnswer(response, answer, asked.method === "HEAD");
}

/** Nothing is kept, nothing is framed, and no other site gets at anything. */
const GUARDS: readonly (readonly [string, string])[] = [
  ["Cache-Control", "no-store"],
  ["X-Content-Type-Options", "nosniff"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["Referrer-Policy", "no-referrer"],
  ["X-Robots-Tag", "noindex"],
];

function sendText(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" })
    .end(`${text}\n`);
}

interface Made extends Answer {
  readonly content: string | Uint8Array;
}

/** The policy of pages stands in them; a file that is opened by itself, an SVG above all, may do nothing. */
function sendAnswer(response: ServerResponse, { status, file, content }: Made, isHead: boolean): void {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const policy = file.endsWith(".html")
    ? "frame-ancestors 'none'"
    : "default-src 'none'; style-src 'unsafe-inline'; sandbox";
  response.writeHead(status, {
    "Content-Type": contentType(file),
    "Content-Length": bytes.length,
    "Content-Security-Policy": policy,
  });
  response.end(isHead ? undefined : bytes);
}
