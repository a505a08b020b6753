import { Branch, BranchCode } from "#core/branch/branch.ts";
import { type PasswordVerifier, type Role, type Teller, TellerId } from "#core/teller/teller.ts";

/** 演示支行: the branch whose ledger a demonstration is. */
export const demonstrationBranch = Branch.parse({
  code: "0101",
  name: "演示支行",
  englishName: "Demonstration Branch",
  kind: "demonstration",
});

/** Another branch of the bank, known only by a loss that was reported there (L04). */
export const otherBranch = Branch.parse({
  code: "0202",
  name: "演示二支行",
  englishName: "Second Demonstration Branch",
  kind: "demonstration",
});

/** The people of the demonstration, by what the stories call them. */
export const staff = {
  teller: TellerId.parse("1001"),
  secondTeller: TellerId.parse("1002"),
  supervisor: TellerId.parse("2001"),
  secondSupervisor: TellerId.parse("2002"),
  branchHead: TellerId.parse("3001"),
  auditor: TellerId.parse("4001"),
  administrator: TellerId.parse("5001"),
} as const;

const people: readonly (Pick<Teller, "id" | "name" | "assists"> & { readonly role: Role })[] = [
  { id: staff.teller, name: "柜员甲（演示）", role: "teller" },
  // 协助执行岗: whoever shows freezing signs on as the second teller (F03).
  { id: staff.secondTeller, name: "柜员乙（演示）", role: "teller", assists: true },
  { id: staff.supervisor, name: "主管丙（演示）", role: "supervisor" },
  { id: staff.secondSupervisor, name: "主管丁（演示）", role: "supervisor" },
  { id: staff.branchHead, name: "负责人戊（演示）", role: "branch-head" },
  { id: staff.auditor, name: "审计己（演示）", role: "auditor" },
  { id: staff.administrator, name: "管理员庚（演示）", role: "administrator" },
];

/**
 * What somebody of the demonstration signs on with: `Guitai-demo-` and the own number. It is told to
 * every presenter, and only `foundingBatches` ever sets it, which no live ledger posts.
 */
export function demonstrationPassword(teller: TellerId): string {
  return `Guitai-demo-${teller}`;
}

/** The people as they are registered, each with the password of the demonstration. */
export function demonstrationStaff(
  hashPassword: (password: string) => PasswordVerifier,
): readonly Teller[] {
  return people.map((person) => ({
    ...person,
    branch: demonstrationBranch.code,
    password: hashPassword(demonstrationPassword(person.id)),
    // The presenter shall begin at once; a live branch makes everybody choose their own.
    mustChangePassword: false,
    failures: 0,
    attendance: "off",
  }));
}

/** Somebody who takes a report at the other branch; unknown in this branch's books. */
export function otherBranchTeller(password: PasswordVerifier): Teller {
  return {
    id: TellerId.parse("1201"),
    name: "柜员庚（演示二支行）",
    role: "teller",
    branch: BranchCode.parse(otherBranch.code),
    password,
    mustChangePassword: false,
    failures: 0,
    attendance: "on",
  };
}
