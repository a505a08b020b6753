// A teller's program in small: records commands without end and says the number of each answered
// one on standard output. Started by tests as a process of its own, to be killed or locked out.
import { writeSync } from "node:fs";
import { openJournal } from "#main/journal/journal.ts";

const [folder = ""] = process.argv.slice(2);
const keys = {
  installId: "00112233445566778899aabbccddeeff",
  journalMac: new Uint8Array(32).fill(7),
  bodyKeys: new Map([[1, new Uint8Array(32).fill(5)]]),
  bodyKeyId: 1,
};

async function recordWithoutEnd(): Promise<void> {
  const options = { folder, kind: "demonstration", keys, segmentBytes: 256 * 1024 } as const;
  const journal = await openJournal(options);
  writeSync(1, "open\n");
  for (;;) {
    const sequence = journal.lastSequence + 1;
    journal.append([JSON.stringify({ sequence, memo: "x".repeat(sequence % 9000) })], sequence);
    writeSync(1, `${sequence}\n`);
  }
}

recordWithoutEnd().catch((failure) => {
  writeSync(1, `${failure instanceof Error ? failure.message : String(failure)}\n`);
});
