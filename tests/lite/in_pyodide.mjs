// Runs main() of a module in the interpreter of the browser, under Node: node in_pyodide.mjs PLACE ROOT MODULE [ARGUMENT...]
// PLACE holds the interpreter and site-packages, ROOT is the source; both are read where they lie.
import fs from "node:fs";
import { pathToFileURL } from "node:url";

const [place, root, module, ...given] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${place}/interpreter/pyodide.mjs`));
const python = await loadPyodide({
  indexURL: `${place}/interpreter/`,
  env: { PYTHONDONTWRITEBYTECODE: "1", PYTHONHASHSEED: "0", HOME: "/tmp", PYTEST_DISABLE_PLUGIN_AUTOLOAD: "1" },
});
python.setStdout({ write: (bytes) => fs.writeSync(1, bytes) });
python.setStderr({ write: (bytes) => fs.writeSync(2, bytes) });
for (const [name, path] of Object.entries({ "/root": root, "/site-packages": `${place}/site-packages` })) {
  python.FS.mkdirTree(name);
  python.mountNodeFS(name, path);
}
python.globals.set("given", python.toPy([module, given]));
try {
  process.exitCode = await python.runPythonAsync(`
import importlib, inspect, os, sys
os.chdir("/root")
sys.path[:0] = ["/root", "/root/tests", "/site-packages"]
ended = importlib.import_module(given[0]).main(given[1])
int((await ended if inspect.isawaitable(ended) else ended) or 0)`);
} catch (error) {
  fs.writeSync(2, `${String(error.message).slice(-3000)}\n`);
  process.exitCode = 70; // the interpreter died
}
