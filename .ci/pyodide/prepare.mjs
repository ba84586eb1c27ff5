// Start Pyodide in Node and let it compile, for its own Python, what a check imports: prepare.mjs PACKAGE ROOT TARGET
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [source, root, target] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(path.join(source, "pyodide.mjs")));
const lock = { ...JSON.parse(fs.readFileSync(path.join(source, "pyodide-lock.json"), "utf8")), packages: {} };
const python = await loadPyodide({ lockFileContents: JSON.stringify(lock) });
for (const [name, folder] of Object.entries({ root, target })) {
  python.FS.mkdirTree(`/${name}`);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, `/${name}`);
}
python.runPython(fs.readFileSync(fileURLToPath(new URL("bundle.py", import.meta.url)), "utf8"));
