import type { WorkstationView } from "#core/contract/workstation-view.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";
import { notice as chinese } from "#renderer/wording/zh-CN/notice.ts";

type Notice = WorkstationView["notices"][number];

/** What the teller should read once, folded away until wanted. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const words = useWords();
  if (notices.length === 0) return <span>{words("shell:notices.none")}</span>;
  return (
    <details className="notices">
      <summary>▲ {words("shell:notices.count", { count: notices.length })}</summary>
      <ul>
        {notices.map((notice) => (
          <li key={`${notice.code}:${JSON.stringify(notice.facts)}`}>{sayNotice(words, notice)}</li>
        ))}
      </ul>
    </details>
  );
}

function sayNotice(words: Words, { code, facts }: Notice): string {
  return isKnown(code)
    ? words(`notice:${code}`, { ...facts })
    : words("notice:other", { ...facts, code });
}

function isKnown(code: string): code is keyof typeof chinese {
  return code in chinese;
}
