// The worker: Python started from what the page has inside, then one request at a time. Nothing is fetched.
const HOME = "/workbooks";
const unpacked = (bytes) => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));

const start = async ({ wasm, python, ehport, round }) => {
  globalThis.fetch = async (asked) => {
    const address = String(asked.url || asked);
    if (address.endsWith(".wasm")) {
      return new Response(unpacked(wasm).body, { headers: { "Content-Type": "application/wasm" } });
    }
    if (address.endsWith("stdlib.zip")) return unpacked(python);
    throw new Error(`nothing is fetched: ${address}`);
  };
  const modules = unpacked(ehport).arrayBuffer();
  const nowhere = "https://intet.invalid/";
  postMessage({ stage: 1 });
  const py = await loadPyodide({
    indexURL: nowhere,
    packageBaseUrl: nowhere,
    lockFileContents: globalThis.LOCK,
    createPyodideModule: globalThis.createPyodideModule,
  });
  postMessage({ stage: 2 });
  py.FS.writeFile("/lib/ehport.zip", new Uint8Array(await modules));
  const folder = `${HOME}/${round.id || "uten-runde"}`;
  py.FS.mkdirTree(folder);
  if (round.toml) py.FS.writeFile(`${folder}/round.toml`, round.toml);
  py.runPython("import sys; sys.path.append('/lib/ehport.zip'); from pathlib import Path; from ehport.checker import inside");
  return { py, folder, inside: py.globals.get("inside"), Path: py.globals.get("Path") };
};

const answers = {
  check: ({ inside }, workbook) => ({ said: JSON.parse(inside.check(workbook)) }),
  mark: ({ inside }, workbook, { lang }) => {
    const found = inside.mark(workbook, lang);
    const [name, data, why] = found.toJs();
    found.destroy();
    return { name, data, why };
  },
};

const answer = (python, asked) => {
  const { py, folder, Path } = python;
  py.FS.writeFile(`${folder}/${asked.name}`, new Uint8Array(asked.bytes));
  const workbook = Path(`${folder}/${asked.name}`);
  try {
    return answers[asked.what](python, workbook, asked);
  } finally {
    workbook.destroy();
    py.FS.unlink(`${folder}/${asked.name}`);
  }
};

let started;
globalThis.onmessage = async ({ data }) => {
  try {
    if (data.what === "start") {
      started = await start(data);
      postMessage({ stage: 3 });
    } else {
      postMessage({ id: data.id, ...answer(started, data) });
    }
  } catch (failed) {
    postMessage({ id: data.id, failed: String(failed.message || failed) });
  }
};
