// Where a site may be written: the folder named in stet.yaml as a real path, and never one that holds the newsroom
// or belongs to it. First step of every publish.
import path from "node:path";
import { StetError } from "../../base/stet-error.ts";
import { isHidden, relativeInside } from "../confine.ts";
import { realTarget } from "../guard-output.ts";

/** `to` is read from `root` (a real path); `articles` is the folder the articles lie under, `""` for the root. */
export interface PublishPlace {
  readonly root: string;
  readonly articles: string;
  readonly to: string;
}

/**
 * The absolute path of the folder, every link on the way followed but the last: that may be the link to a release.
 * Nothing needs to exist. Throws StetError usage for the newsroom's root or what lies around it, a hidden folder
 * in it, and what holds or belongs to the articles.
 */
export function requirePublishFolder({ root, articles, to }: PublishPlace): string {
  if (to === "" || to.includes("\0")) throw refused(to, "is no folder");
  const named = path.resolve(root, to);
  const folder = path.join(realTarget(path.dirname(named)), path.basename(named));
  for (const place of [folder, realTarget(folder)]) requireApart(place, { root, articles, to });
  return folder;
}

function requireApart(folder: string, { root, articles, to }: PublishPlace): void {
  if (holds(folder, root)) throw refused(to, "holds the newsroom itself");
  const inside = relativeInside(root, folder);
  if (inside === undefined) return;
  if (isHidden(inside)) throw refused(to, "is a hidden folder of the newsroom");
  if (articles === "") return;
  const source = realTarget(path.join(root, articles));
  if (holds(folder, source) || holds(source, folder)) throw refused(to, "belongs to the articles");
}

/** True where `inner` is the folder `outer` or lies in it. */
function holds(outer: string, inner: string): boolean {
  return outer === inner || relativeInside(outer, inner) !== undefined;
}

function refused(to: string, why: string): StetError {
  return new StetError("usage", "bad-config", `the site cannot be published to ${to}: it ${why}`, {
    hint: "name a folder of its own in stet.yaml: publish: {to: public}",
  });
}
