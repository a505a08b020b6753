import { useId } from "react";

/** A name, what it is, and a remark where there is one. */
export type Line = readonly [name: string, value: string, remark?: string];

/** Facts under a heading. */
export function Lines({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly Line[];
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl className="facts single">
        {lines.map(([name, value, remark]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures">
              {value}
              {remark && <p className="hint">{remark}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Bytes as people reckon them. */
export function megabytes(bytes: number): string {
  const megabyte = 1024 * 1024;
  const shown =
    bytes < 10 * megabyte ? (bytes / megabyte).toFixed(1) : Math.floor(bytes / megabyte);
  return `${shown.toLocaleString("en")} MB`;
}

/** A long number in groups of four, as a person compares it with another. */
export function grouped(digits: string): string {
  return digits.replace(/.{4}(?=.)/g, "$& ");
}
