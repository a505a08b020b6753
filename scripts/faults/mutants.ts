/** One defence of the journal, and the source with which it is gone. */
export interface Mutant {
  readonly name: string;
  readonly edits: readonly {
    readonly file: string;
    /** What stands there, at least once; every one of it is replaced. */
    readonly line: string;
    readonly instead: string;
  }[];
  /** Why the matrix need not find it out; every other mutant must be killed. */
  readonly survivesBecause?: string;
}

const WRITER = "main/journal/writer.ts";
const MEND = "main/journal/mend.ts";
const TAIL = "main/journal/tail.ts";
const WALK = "main/journal/walk.ts";
const CHAIN = "main/journal/chain.ts";
const HEAD = "main/journal/head.ts";
const DISK = "main/journal/disk.ts";

/** Every defence that one line can take away. */
export const mutants: readonly Mutant[] = [
  {
    name: "a batch is not flushed",
    edits: [{ file: WRITER, line: "      disk.flush(segmentFile);\n", instead: "" }],
  },
  {
    name: "HEAD is not flushed at a commit",
    edits: [{ file: WRITER, line: "      disk.flush(headFile);\n", instead: "" }],
  },
  {
    name: "HEAD is not written at a commit",
    edits: [
      {
        file: WRITER,
        line: "      writeWhollyAt(disk, headFile, encodeHead(next, keys), slotOffset(next));\n",
        instead: "",
      },
    ],
  },
  {
    name: "after a failed commit the next one is taken",
    edits: [
      {
        file: "main/journal/journal.ts",
        line: 'state = "poisoned";',
        instead: 'state = "open";',
      },
    ],
  },
  {
    name: "batches are not aligned to blocks",
    edits: [
      { file: WRITER, line: "alignUp(point.end, BLOCK_BYTES)", instead: "alignUp(point.end, 8)" },
      { file: CHAIN, line: "alignUp(point.end, BLOCK_BYTES)", instead: "alignUp(point.end, 8)" },
      { file: CHAIN, line: "offset % BLOCK_BYTES === 0", instead: "offset % 8 === 0" },
      { file: WALK, line: "alignUp(head.end, BLOCK_BYTES)", instead: "alignUp(head.end, 8)" },
    ],
  },
  {
    name: "a new file is renamed before it is flushed",
    edits: [
      {
        file: MEND,
        line: "    fill(file);\n    disk.flush(file);\n",
        instead: "    fill(file);\n",
      },
    ],
  },
  {
    name: "the folder is not flushed after a rename",
    edits: [
      {
        file: MEND,
        line: "  disk.rename(temporary, path);\n  disk.flushFolder(folder);\n",
        instead: "  disk.rename(temporary, path);\n",
      },
    ],
  },
  {
    name: "names are trusted without a flush at the opening",
    edits: [
      {
        file: MEND,
        line: "  disk.flushFolder(folder);\n  if (disk.list(folder)",
        instead: "  if (disk.list(folder)",
      },
    ],
  },
  {
    name: "HEAD is trusted without a flush at the opening",
    edits: [
      {
        file: MEND,
        line: "      disk.flush(file);\n    } finally {\n      disk.close(file);\n    }\n  }\n}\n",
        instead: "    } finally {\n      disk.close(file);\n    }\n  }\n}\n",
      },
    ],
  },
  {
    name: "a whole HEAD is renewed beside a torn tail",
    edits: [
      {
        file: MEND,
        line: "  const head = found && badSlot !== undefined && soft ? renewHead(place, found, found) : found;\n",
        instead: "  const head = found && soft ? renewHead(place, found, found) : found;\n",
      },
    ],
  },
  {
    name: "what was read and perhaps never flushed is not written again",
    edits: [
      {
        file: MEND,
        line: "  if (soft) harden(place, soft);\n",
        instead: "",
      },
    ],
  },
  {
    name: "a segment that saw a crash is written again",
    edits: [
      {
        file: TAIL,
        line: "const isSpent = broken !== undefined || isShortened || isLagged;",
        instead: "const isSpent = false;",
      },
    ],
  },
  {
    name: "any bad tail is taken for torn",
    edits: [
      {
        file: TAIL,
        line: '    if (head.sequence >= sequence) throw damaged("ACKED_DAMAGED", at);\n',
        instead: "",
      },
    ],
    survivesBecause: "the comparison with HEAD finds the journal too short all the same",
  },
  {
    name: "damage with later batches behind it is not looked for",
    edits: [
      {
        file: TAIL,
        line: '    if (hasLaterBatch(view, broken, sequence)) throw damaged("MIDLOG", at);\n',
        instead: "",
      },
    ],
    survivesBecause: "HEAD decides; the look behind only gives the damage its better name",
  },
  {
    name: "a damaged tail beside a damaged HEAD slot is taken for torn",
    edits: [
      {
        file: TAIL,
        line: '    if (found.badSlot !== undefined || isLaterBatch) throw damaged("HEAD_DOUBTFUL", at);\n',
        instead: "",
      },
    ],
  },
  {
    name: "the chain of hashes is not followed",
    edits: [
      {
        file: "main/journal/frame.ts",
        line: "  return chainHash(previousHash, frame).equals(frame.hash);",
        instead: "  return previousHash.length > 0;",
      },
    ],
  },
  {
    name: "a write that was short passes",
    edits: [
      {
        file: DISK,
        line: "  if (written !== bytes.length) {",
        instead: "  if (written > bytes.length) {",
      },
    ],
  },
  {
    name: "HEAD has one slot",
    edits: [
      {
        file: HEAD,
        line: "  return (head.counter % 2) * BLOCK_BYTES;",
        instead: "  return (head.counter % 1) * BLOCK_BYTES;",
      },
    ],
  },
  {
    name: "the end of a journal is not compared with HEAD",
    edits: [
      {
        file: WALK,
        line: "  if (point.sequence < head.sequence || point.segment < head.segment) {",
        instead: "  if (point.segment < 0) {",
      },
    ],
    survivesBecause: "the hash at HEAD's place is compared next, and is not there",
  },
  {
    name: "the hash at HEAD's place is not compared",
    edits: [
      { file: WALK, line: "  if (!agrees) {", instead: "  if (!agrees && head.sequence < 0) {" },
    ],
  },
  {
    name: "what was set aside is not compared with its seal",
    edits: [
      {
        file: WALK,
        line: "if (!tornSha(bytes, point.end).equals(successor.previousTornSha)) {",
        instead: "if (tornSha(bytes, point.end).length === 0) {",
      },
    ],
  },
  {
    name: "a segment need not continue the one before",
    edits: [
      {
        file: WALK,
        line: "    if (!continues)",
        instead: "    if (!continues && header.number < 0)",
      },
    ],
    survivesBecause: "every frame continues the chain by itself; the header only tells it sooner",
  },
];
