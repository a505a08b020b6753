// The runtime from the registry has no default application, so `electron FOLDER` would do nothing.
// This file stands in for it: it reads the folder from the command line and loads what is there.
const path = require("node:path");
const { app } = require("electron");

const folder = path.resolve(process.argv.slice(1).find((word) => !word.startsWith("-")) ?? ".");
const described = require(path.join(folder, "package.json"));

// @ts-expect-error: Electron's own default application uses it, its types leave it out.
app.setAppPath(folder);
app.setName(described.productName ?? described.name);
// @ts-expect-error: as above.
app.setVersion(described.version);
require(path.join(folder, described.main));
