import { compactDecrypt, decodeProtectedHeader } from "jose";
import { describe, expect, test } from "vitest";
import { sealedExport } from "#main/exports/sealed-export.ts";
import { wrappedKey } from "#main/exports/wrapped-key.ts";

const passphrase = "told by telephone, not by post";
const contents = "application/json";

async function opened(text: string, given: string): Promise<string> {
  const { plaintext } = await compactDecrypt(text, Buffer.from(given, "utf8"), {
    keyManagementAlgorithms: ["PBES2-HS512+A256KW"],
    maxPBES2Count: 600_000,
  });
  return Buffer.from(plaintext).toString("utf8");
}

describe("a file that leaves the branch", () => {
  test("opens with a JOSE library of its own and the passphrase", async () => {
    const text = await sealedExport(Buffer.from("案件 01"), { passphrase, contents });

    expect(await opened(text, passphrase)).toBe("案件 01");
    expect(decodeProtectedHeader(text)).toMatchObject({
      alg: "PBES2-HS512+A256KW",
      enc: "A256GCM",
      cty: contents,
      p2c: 600_000,
    });
  });

  test("opens with nothing else, and not once it was changed", async () => {
    const text = await sealedExport(Buffer.from("案件 01"), { passphrase, contents });
    const parts = text.split(".");
    const other = await sealedExport(Buffer.from("案件 02"), { passphrase, contents });
    const mixed = [...parts.slice(0, 3), other.split(".")[3], parts[4]].join(".");

    await expect(opened(text, `${passphrase}.`)).rejects.toMatchObject({
      code: "ERR_JWE_DECRYPTION_FAILED",
    });
    await expect(opened(mixed, passphrase)).rejects.toMatchObject({
      code: "ERR_JWE_DECRYPTION_FAILED",
    });
  });

  test("is another file each time, also of the same and under the same", async () => {
    const one = await sealedExport(Buffer.from("一"), { passphrase, contents });
    const two = await sealedExport(Buffer.from("一"), { passphrase, contents });

    expect(one.split(".")[1]).not.toBe(two.split(".")[1]);
    expect(decodeProtectedHeader(one).p2s).not.toBe(decodeProtectedHeader(two).p2s);
  });

  test("takes a passphrase of wide letters as the narrow ones that they look like", async () => {
    const text = await sealedExport(Buffer.from("一"), {
      passphrase: "ｔｏｌｄ by telephone",
      contents,
    });

    expect(await opened(text, "told by telephone")).toBe("一");
  });
});

test("a key is wrapped as in RFC 3394, 4.6", () => {
  const wrapping = Buffer.from(
    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
    "hex",
  );
  const key = Buffer.from(
    "00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f",
    "hex",
  );

  expect(wrappedKey(key, wrapping).toString("hex")).toBe(
    "28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21",
  );
});
