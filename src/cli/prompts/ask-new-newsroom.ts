// `stet init` on a terminal: what no option says is asked, each with an answer to begin with, before anything is made.
import { newsroomFault, sectionList, type NewsroomAnswers } from "../../desk/init-newsroom.ts";
import { askLine } from "./ask.ts";
import type { Session } from "../session.ts";

interface Question {
  readonly key: keyof NewsroomAnswers;
  readonly message: string;
  readonly instead: string;
  readonly suggested?: string;
  readonly remark: (line: string) => string;
  readonly read: (line: string) => Partial<NewsroomAnswers>;
}

/** Asks for what `said` does not have. Throws StetError cancelled; nothing was made by then. */
export async function askNewNewsroom(
  session: Session,
  said: Partial<NewsroomAnswers>,
  usual: NewsroomAnswers,
): Promise<Partial<NewsroomAnswers>> {
  // What an option has wrong no question can mend.
  if (newsroomFault({ ...usual, ...said }) !== undefined) return said;
  const answers: Partial<NewsroomAnswers> = { ...said };
  for (const question of questionsFor(said, usual)) {
    const { read, key: _key, ...asked } = question;
    const fault = (line: string): string | undefined =>
      newsroomFault({ ...usual, ...answers, ...read(line) });
    Object.assign(answers, read(await askLine(session, { ...asked, fault })));
  }
  return answers;
}

function questionsFor(said: Partial<NewsroomAnswers>, usual: NewsroomAnswers): readonly Question[] {
  const questions: readonly Question[] = [
    {
      key: "name",
      message: "Newsroom's name:",
      instead: "--name",
      suggested: usual.name,
      remark: () => "as readers see it",
      read: (line) => ({ name: line }),
    },
    {
      key: "url",
      message: "Site's address:",
      instead: "--url",
      remark: (line) => addressOf(line) ?? "as courier.example; empty: later",
      read: (line) => {
        const url = addressOf(line);
        return url === undefined ? {} : { url };
      },
    },
    {
      key: "timezone",
      message: "Time zone:",
      instead: "--timezone",
      suggested: usual.timezone,
      remark: () => "as Europe/Brussels; publication times are in it",
      read: (line) => ({ timezone: line }),
    },
    {
      key: "sections",
      message: "Sections:",
      instead: "--sections",
      remark: () => "as World, World/Europe, Culture; empty: none yet",
      read: (line) => ({ sections: sectionList(line) }),
    },
  ];
  return questions.filter(({ key }) => said[key] === undefined);
}

/** People write an address without its scheme, and mean https. */
function addressOf(line: string): string | undefined {
  if (line === "") return undefined;
  return line.includes("://") ? line : `https://${line}`;
}
