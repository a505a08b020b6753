import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import type { BackupMadeView, BackupProgress, BackupView } from "#core/contract/backup-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { grouped, Lines, megabytes } from "#renderer/screens/protection/lines.tsx";
import { useCounter } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 备份: one file with the books as they stand, made while the counter works. */
export function BackUp() {
  const words = useWords();
  const { bridge } = useCounter();
  const { view, progress, begin, end } = useBackups();
  const [folder, choose] = useState<string>();
  const [made, tell] = useState<BackupMadeView>();
  const [refusal, refuse] = useState<Refusal>();
  const section = useRef<HTMLElement>(null);
  const wasMaking = useRef(false);
  const isReady = view !== undefined;
  const isMaking = progress !== undefined;
  useEffect(() => {
    // A key that is pressed becomes grey and would let the focus fall: the live one takes it.
    if (isReady) section.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [isReady]);
  useEffect(() => {
    const hasEnded = wasMaking.current && !isMaking;
    wasMaking.current = isMaking;
    if (!isMaking && !hasEnded) return;
    const line = section.current?.querySelector<HTMLElement>("p[tabindex]");
    (line ?? section.current?.querySelector("button"))?.focus();
  }, [isMaking]);

  async function make(): Promise<void> {
    if (progress) return;
    begin();
    tell(undefined);
    refuse(undefined);
    const reply = await bridge.request("backup.make", folder === undefined ? {} : { folder });
    end();
    if (reply.ok) tell(reply.value);
    else refuse(reply.refusal);
  }

  async function chooseFolder(): Promise<void> {
    const reply = await bridge.request("backup.choose-folder", undefined);
    if (!reply.ok) refuse(reply.refusal);
    else if (reply.value.folder !== undefined) choose(reply.value.folder);
  }

  return (
    <section ref={section} aria-labelledby="back-up">
      <h2 id="back-up">{words("protection:make.title")}</h2>
      {view && (
        <p>
          {words("protection:make.folder")} <span className="file">{folder ?? view.folder}</span>
        </p>
      )}
      <div className="actions">
        <Button type="primary" disabled={progress !== undefined} onClick={() => void make()}>
          {words("protection:make.submit")}
        </Button>
        {view?.mayChoose && (
          <Button disabled={progress !== undefined} onClick={() => void chooseFolder()}>
            {words("protection:make.choose")}
          </Button>
        )}
        {progress && (
          <Button onClick={() => void bridge.request("backup.cancel", undefined)}>
            {words("protection:make.cancel")}
          </Button>
        )}
      </div>
      {progress && <Progress {...progress} />}
      <RefusalNote refusal={refusal} />
      {made && <Made {...made} />}
    </section>
  );
}

/** The branch's backups, and how far the one is that is being made, whoever began it. */
function useBackups() {
  const { bridge } = useCounter();
  const [view, show] = useState<BackupView>();
  const [progress, follow] = useState<BackupProgress>();

  useEffect(() => {
    let isOpen = true;
    void bridge.request("backup.view", undefined).then((reply) => {
      if (!isOpen || !reply.ok) return;
      show(reply.value);
      follow(reply.value.making);
    });
    const forget = bridge.onNotice("backup.progress", (now) => {
      // Of one begun before this page was opened, nobody here hears the end but by its progress.
      follow(now.done < now.total ? now : undefined);
    });
    return () => {
      isOpen = false;
      forget();
    };
  }, [bridge]);
  return {
    view,
    progress,
    begin: () => follow({ done: 0, total: 0 }),
    end: () => follow(undefined),
  };
}

function Progress({ done, total }: BackupProgress) {
  const words = useWords();
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  const said = words("protection:make.progress", { percent });
  return (
    <p tabIndex={-1}>
      <progress aria-label={words("protection:make.title")} max={100} value={percent}>
        {said}
      </progress>{" "}
      <span className="figures">{said}</span>
    </p>
  );
}

function Made({ backup, file, clearSegments: count }: BackupMadeView) {
  const words = useWords();
  return (
    <>
      <p role="status" tabIndex={-1}>
        {words("protection:make.done")}
      </p>
      <Lines
        title={backup.name}
        lines={[
          [words("protection:make.file"), file],
          [words("protection:make.size"), megabytes(backup.bytes)],
          [
            words("protection:make.manifest"),
            grouped(backup.manifest),
            words("protection:make.write-down"),
          ],
        ]}
      />
      {count > 0 && <p className="notable">{words("protection:make.clear", { count })}</p>}
    </>
  );
}
