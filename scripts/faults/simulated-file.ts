/** What a drive writes as one piece, or tears. */
export const SECTOR_BYTES = 512;

/** A file: its bytes as programs see them, as the platter has them, and where the two may differ. */
export interface SimulatedFile {
  cache: Buffer;
  platter: Buffer;
  /** Sectors that were written and not yet flushed. */
  readonly soft: Set<number>;
  /**
   * Sectors whose flush failed. Linux marks them clean: programs read the new bytes, no later flush
   * writes them, and only writing them again helps.
   */
  readonly forsaken: Set<number>;
}

/** A file with these bytes, all of them durable. */
export function newFile(bytes: Buffer = Buffer.alloc(0)): SimulatedFile {
  return { cache: bytes, platter: Buffer.from(bytes), soft: new Set(), forsaken: new Set() };
}

/** The same file once more. */
export function copyOf({ cache, platter, soft, forsaken }: SimulatedFile): SimulatedFile {
  return {
    cache: Buffer.from(cache),
    platter: Buffer.from(platter),
    soft: new Set(soft),
    forsaken: new Set(forsaken),
  };
}

/** Writes as a program does: seen at once, durable only after a flush. */
export function put(file: SimulatedFile, bytes: Uint8Array, offset: number): void {
  if (bytes.length === 0) return;

  file.cache = lengthened(file.cache, offset + bytes.length);
  file.cache.set(bytes, offset);
  const last = Math.floor((offset + bytes.length - 1) / SECTOR_BYTES);
  for (let sector = Math.floor(offset / SECTOR_BYTES); sector <= last; sector += 1) {
    file.soft.add(sector);
    file.forsaken.delete(sector);
  }
}

/** A flush that keeps its word. It writes what is soft and nothing else. */
export function flushed(file: SimulatedFile): void {
  file.platter = lengthened(file.platter, file.cache.length);
  for (const sector of file.soft) copySector(file.cache, file.platter, sector);
  file.soft.clear();
}

/** A flush that fails: what it should have written is marked clean all the same. */
export function forsaken(file: SimulatedFile): void {
  for (const sector of file.soft) file.forsaken.add(sector);
  file.soft.clear();
}

/** Copies the first `count` bytes of one sector, as far as both reach. */
export function copySector(from: Buffer, to: Buffer, sector: number, count = SECTOR_BYTES): void {
  const start = sector * SECTOR_BYTES;
  from.copy(to, start, start, Math.min(start + count, from.length));
}

function lengthened(bytes: Buffer, length: number): Buffer {
  if (bytes.length >= length) return bytes;
  const longer = Buffer.alloc(length);
  bytes.copy(longer);
  return longer;
}
