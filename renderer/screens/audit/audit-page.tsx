import { Radio } from "antd";
import { useState } from "react";
import { AuditSearch } from "#renderer/screens/audit/audit-search.tsx";
import { PackEvidence } from "#renderer/screens/protection/pack-evidence.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 9005: the audit's search, and the evidence of one case that may leave the branch. */
export function AuditPage() {
  const words = useWords();
  const isAuditor = useTeller(({ workstation }) => {
    const session = workstation?.session;
    return session && "role" in session && session.role === "auditor";
  });
  const lossCase = useTeller((teller) => teller.subject.lossCase);
  const [part, show] = useState(isAuditor && !lossCase ? "search" : "pack");
  return (
    <>
      <Radio.Group
        aria-label={words("audit:part")}
        value={part}
        onChange={({ target }) => show(String(target.value))}
        options={[
          { value: "search", label: words("audit:part.search") },
          { value: "pack", label: words("audit:part.pack") },
        ]}
      />
      {part === "search" ? <AuditSearch /> : <PackEvidence />}
    </>
  );
}
