// The runtime from the registry has no default application, so `electron FOLDER` would do nothing.
// This file stands in for it: it reads the folder from the command line and loads what is there.
const path = require("node:path");
const { app } = require("electron");

const folder = path.resolve(process.argv.slice(1).find((word) => !word.startsWith("-")) ?? ".");
const described = require(path.join(folder, "package.json"));

app.setAppPath(folder);
app.setName(described.productName ?? described.name);
app.setVersion(described.version);
require(path.join(folder, described.main));
