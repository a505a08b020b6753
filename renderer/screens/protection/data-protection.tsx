import { Button } from "antd";
import { useEffect, useState } from "react";
import { dateOf, timeOf } from "#core/calendar/instant.ts";
import type { ProtectionView } from "#core/contract/protection-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { VaultView } from "#core/contract/vault-view.ts";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import { BackUp } from "#renderer/screens/protection/back-up.tsx";
import { grouped, type Line, Lines, megabytes } from "#renderer/screens/protection/lines.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { ChangePassphrase } from "#renderer/screens/vault/change-passphrase.tsx";
import { RotateKey } from "#renderer/screens/vault/rotate-key.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** 9009 数据保护: how safe the books are, for all; and what keeps them so, for those who answer for it. */
export function DataProtection() {
  const words = useWords();
  const { view, refusal } = useProtection();
  const vault = useTeller((teller) => teller.vault);
  const role = useTeller(({ workstation }) => {
    const session = workstation?.session;
    return session && "role" in session ? session.role : undefined;
  });
  const isKeeper = role === "supervisor" || role === "branch-head";
  const isLive = view?.kind === "live";

  return (
    <section className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="9009" isFirst={!isKeeper} />
      <RefusalNote refusal={refusal} />
      {view && (
        <>
          {view.isBackupLate && (
            <p className="notable">
              {words(view.backup ? "protection:backup.late" : "protection:backup.none")}
            </p>
          )}
          <div className="protection">
            <Lines title={words("protection:journal.title")} lines={journalLines(view, words)} />
            <Lines title={words("protection:copies.title")} lines={copyLines(view, words)} />
            <Lines title={words("protection:keys.title")} lines={keyLines(view, vault, words)} />
          </div>
          {isKeeper ? <BackUp /> : <p className="hint">{words("protection:make.keepers")}</p>}
          {isKeeper && (
            <OpenKeys
              ways={[{ code: "9005" }, { code: "1105" }]}
              label={words("protection:ways")}
            />
          )}
          {isKeeper && <Keys isLive={isLive} isHead={role === "branch-head"} />}
        </>
      )}
    </section>
  );
}

/** The forms for the keys, each behind a button of its own: nobody opens the page to type a passphrase. */
function Keys({ isLive, isHead }: { readonly isLive: boolean; readonly isHead: boolean }) {
  const words = useWords();
  const [opened, open] = useState<"passphrase" | "key">();
  if (opened === "passphrase") return <ChangePassphrase />;
  if (opened === "key") return <RotateKey isLive={isLive} isFirst />;
  return (
    <div className="actions key-forms">
      {isLive && <Button onClick={() => open("passphrase")}>{words("vault:change.title")}…</Button>}
      {isHead && <Button onClick={() => open("key")}>{words("vault:rotate.title")}…</Button>}
    </div>
  );
}

/** The numbers, read again whenever the books have moved, and the keys as the page opens. */
function useProtection(): { readonly view?: ProtectionView; readonly refusal?: Refusal } {
  const { bridge } = useCounter();
  const books = useTeller((teller) => teller.booksVersion);
  const readVault = useTeller((teller) => teller.readVault);
  const [shown, show] = useState<{ view?: ProtectionView; refusal?: Refusal }>({});

  useEffect(() => {
    void readVault();
  }, [readVault]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the books move, so the page is read.
  useEffect(() => {
    let isLatest = true;
    void bridge.request("protection.view", undefined).then((reply) => {
      if (isLatest) show(reply.ok ? { view: reply.value } : { refusal: reply.refusal });
    });
    return () => {
      isLatest = false;
    };
  }, [bridge, books]);
  return shown;
}

function journalLines({ journal }: ProtectionView, words: Words): readonly Line[] {
  const { frames, segments, format, head, lastWritten } = journal;
  return [
    [words("protection:journal.frames"), frames.toLocaleString("en")],
    [
      words("protection:journal.segments"),
      words("protection:journal.parts", { count: segments, format }),
    ],
    [words("protection:journal.head"), grouped(head.slice(0, 16))],
    [words("protection:journal.written"), lastWritten === undefined ? "" : moment(lastWritten)],
  ];
}

function copyLines(view: ProtectionView, words: Words): readonly Line[] {
  const { snapshot, seal, backup, uselessSnapshots: count, commandsSinceBackup } = view;
  const never = words("protection:never");
  return [
    [
      words("protection:snapshot"),
      snapshot ? words("protection:snapshot.at", { ...snapshot }) : never,
      count > 0 ? words("protection:snapshot.useless", { count }) : "",
    ],
    [words("protection:seal"), seal ? saySeal(seal, words) : never],
    [
      words("protection:backup"),
      backup ? `${moment(backup.madeAt)} · ${backup.name}` : never,
      words(backup ? "protection:backup.since" : "protection:backup.all", {
        count: commandsSinceBackup,
      }),
    ],
    ...(backup ? [[words("protection:make.manifest"), grouped(backup.manifest)] as const] : []),
  ];
}

function saySeal(seal: NonNullable<ProtectionView["seal"]>, words: Words): string {
  if (seal.daysAgo === 0) return words("protection:seal.today", { ...seal });
  if (seal.daysAgo === 1) return words("protection:seal.yesterday", { ...seal });
  return words("protection:seal.at", { ...seal, count: seal.daysAgo });
}

function keyLines(
  { kind, freeBytes }: ProtectionView,
  vault: VaultView | undefined,
  words: Words,
): readonly Line[] {
  const disk: Line = [
    words("protection:disk"),
    freeBytes === undefined ? words("protection:disk.unknown") : megabytes(freeBytes),
  ];
  if (vault?.status !== "open") return [disk];
  const byStore = vault.keyStore ? "key-store" : "passphrase";
  return [
    [
      words("protection:key"),
      words("protection:key.since", {
        number: vault.dataKey,
        since: dateOf(vault.dataKeySince),
      }),
    ],
    [
      words("protection:opens"),
      words(`protection:opens.${kind === "demonstration" ? "demonstration" : byStore}`),
    ],
    disk,
  ];
}

function moment(at: Parameters<typeof dateOf>[0]): string {
  return `${dateOf(at)} ${timeOf(at)}`;
}
