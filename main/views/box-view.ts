import { differenceOf } from "#core/cash/box.ts";
import type { WorkstationView } from "#core/contract/workstation-view.ts";
import type { Desk } from "#main/desk.ts";

/** 尾箱 of whoever sits at the desk, where there is one. */
export function boxPart({ books, sitting }: Desk): Pick<WorkstationView, "box"> {
  const box = books.find("box", sitting()?.teller ?? "");
  if (!box) return {};
  const { status, date, count } = box;
  return {
    box: {
      status,
      date,
      ...(status === "difference" && count ? { difference: differenceOf(count) } : {}),
    },
  };
}
