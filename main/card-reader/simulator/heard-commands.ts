/** A command and how many characters of what was heard it took up; or more must be heard. */
export type Understood<Command> = { readonly command: Command; readonly length: number } | "more";

/**
 * Reads all whole commands of `heard`, one character per byte, each beginning at an ESC; what
 * precedes an ESC is skipped. `rest` is what more may still complete.
 */
export function commandsIn<Command>(
  heard: string,
  understandFirst: (fromEscape: string) => Understood<Command>,
): { readonly commands: readonly Command[]; readonly rest: string } {
  const commands: Command[] = [];
  let rest = fromEscape(heard);
  for (;;) {
    const first = understandFirst(rest);
    if (first === "more") return { commands, rest };
    commands.push(first.command);
    rest = fromEscape(rest.slice(first.length));
  }
}

function fromEscape(heard: string): string {
  const start = heard.indexOf("\x1b");
  return start < 0 ? "" : heard.slice(start);
}
