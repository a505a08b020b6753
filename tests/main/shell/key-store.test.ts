import { describe, expect, test } from "vitest";
import { systemKeyStore, type UsedStorage } from "#main/shell/key-store.ts";

const failures: unknown[] = [];
const onFailure = (failure: unknown) => failures.push(failure);

/** Electron's storage as it was before its answers had to be waited for. */
function olderStorage(more: Partial<UsedStorage> = {}): UsedStorage {
  return {
    isEncryptionAvailable: () => true,
    encryptString: (text) => Buffer.from(`sealed ${text}`),
    decryptString: (bytes) => bytes.toString().replace("sealed ", ""),
    ...more,
  };
}

function storage(more: Partial<UsedStorage> = {}): UsedStorage {
  const out = () => {
    throw new Error("the older call was made");
  };
  return olderStorage({
    encryptString: out,
    decryptString: out,
    isEncryptionAvailable: out,
    getSelectedStorageBackend: () => "gnome_libsecret",
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => Buffer.from(`sealed ${text}`),
    decryptStringAsync: async (bytes) => ({
      result: bytes.toString().replace("sealed ", ""),
      shouldReEncrypt: false,
    }),
    ...more,
  });
}

const onLinux = (used: UsedStorage) => systemKeyStore(used, { platform: "linux", onFailure });
const onWindows = (used: UsedStorage) => systemKeyStore(used, { platform: "win32", onFailure });
const sealed = Buffer.from("sealed secret");

describe("the key store of the machine's user", () => {
  test("seals a text and opens it again", async () => {
    const store = onLinux(storage());

    expect(await store.seal("secret")).toEqual(sealed);
    expect(await store.open(sealed)).toEqual({ text: "secret", isStale: false });
  });

  test("is served by an older Electron too, where a store is sure to be real", async () => {
    const store = onWindows(olderStorage());

    expect(await store.seal("secret")).toEqual(sealed);
    expect(await store.open(sealed)).toEqual({ text: "secret", isStale: false });
  });

  test("says when what it opened should be sealed again", async () => {
    const decryptStringAsync = async () => ({ result: "secret", shouldReEncrypt: true });

    const store = onLinux(storage({ decryptStringAsync }));

    expect(await store.open(sealed)).toEqual({ text: "secret", isStale: true });
  });

  test.each(["basic_text", "unknown"] as const)("is none where Linux has %s", async (backend) => {
    const store = onLinux(storage({ getSelectedStorageBackend: () => backend }));

    expect(await store.seal("secret")).toBeUndefined();
    expect(await store.open(sealed)).toBeUndefined();
  });

  test("is none on a Linux whose Electron cannot name it", async () => {
    const store = onLinux(olderStorage());

    expect(await store.seal("secret")).toBeUndefined();
    expect(await store.open(sealed)).toBeUndefined();
  });

  test("is none where it is not available", async () => {
    const gone = onLinux(storage({ isAsyncEncryptionAvailable: async () => false }));
    const goneBefore = onWindows(olderStorage({ isEncryptionAvailable: () => false }));

    expect(await gone.open(sealed)).toBeUndefined();
    expect(await goneBefore.seal("secret")).toBeUndefined();
  });

  test("gives nothing where it fails, and the failure is heard", async () => {
    const locked = new Error("locked");
    const store = onLinux(
      storage({
        decryptStringAsync: () => Promise.reject(locked),
        encryptStringAsync: () => Promise.reject(locked),
      }),
    );
    failures.length = 0;

    expect(await store.open(sealed)).toBeUndefined();
    expect(await store.seal("secret")).toBeUndefined();
    expect(failures).toEqual([locked, locked]);
  });
});
