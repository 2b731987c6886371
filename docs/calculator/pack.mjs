// node pack.mjs PYODIDE STAGE: run packing.py in the interpreter of the folder PYODIDE.
//
// STAGE holds site/ (what is to be importable), zoneinfo/ and questions.json; it gets
// python_stdlib.zip, the compiled caches in site/, and answers.json.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodideFolder, stage] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")));
const python = await loadPyodide({ indexURL: pyodideFolder, env: { PYTHONDONTWRITEBYTECODE: "1" } });

for (const [folder, place] of [["site", "/site"], ["zoneinfo", "/usr/share/zoneinfo"]]) {
  for (const entry of readdirSync(join(stage, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const to = place + from.slice(join(stage, folder).length);
    python.FS.mkdirTree(dirname(to));
    python.FS.writeFile(to, readFileSync(from));
  }
}
python.FS.writeFile("/home/pyodide/packing.py", readFileSync(new URL("packing.py", import.meta.url)));
const packing = python.pyimport("packing");
const answers = packing.load(readFileSync(join(stage, "questions.json"), "utf8")).toJs();
writeFileSync(join(stage, "answers.json"), JSON.stringify(answers));
writeFileSync(join(stage, "python_stdlib.zip"), packing.stdlib().toJs());
for (const [place, content] of packing.caches().toJs()) {
  const to = join(stage, "site", place);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, content);
}
