// The package in an interpreter, both from parts that came with the page.
//
// A part is a compressed stream: a file beside the page, or text inside it. The interpreter asks for
// two of them by address; while it loads, those two requests are answered from the parts, and no
// other is let through.

const TYPES = { "pyodide.asm.wasm": "application/wasm", "python_stdlib.zip": "application/zip" };

/** Load the interpreter and the package, and return the function that answers a question. */
export async function load(part, lock) {
  const plain = async (name) => (await part(name)).pipeThrough(new DecompressionStream("gzip"));
  const whole = async (name) => new Response(await plain(name)).arrayBuffer();
  const script = async (name) => {
    const blob = new Blob([await whole(name)], { type: "text/javascript" });
    const address = URL.createObjectURL(blob);
    try {
      return await import(address);
    } finally {
      URL.revokeObjectURL(address);
    }
  };
  const site = whole("site.bin");
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    script("pyodide.mjs"),
    script("pyodide.asm.mjs"),
  ]);
  const usual = globalThis.fetch;
  let python;
  try {
    python = await new Promise((resolve, reject) => {
      globalThis.fetch = async (address) => {
        try {
          const name = String(address?.url ?? address).split("/").at(-1);
          if (!(name in TYPES)) throw new Error(`nothing is fetched from outside: ${name}`);
          return new Response(await plain(name), { headers: { "Content-Type": TYPES[name] } });
        } catch (error) {
          reject(error); // the interpreter would wait for ever
          throw error;
        }
      };
      site.catch(reject);
      loadPyodide({
        indexURL: new URL("parts/", location.href.split(/[?#]/)[0]).href,
        lockFileContents: lock,
        packageBaseUrl: "parts/",
        createPyodideModule,
        env: { HOME: "/home/pyodide", PYTHONDONTWRITEBYTECODE: "1", PYTHONPATH: "/site" },
        fsInit: async (FS) => unpack(FS, await site),
      }).then(resolve, reject);
    });
  } finally {
    globalThis.fetch = usual;
  }
  const answered = python.pyimport("answering").answered;
  return (question) => JSON.parse(answered(JSON.stringify(question)));
}

/** Write the files of a container: a line of JSON, place to length, then their bytes in order. */
function unpack(FS, buffer) {
  const bytes = new Uint8Array(buffer);
  const end = bytes.indexOf(10);
  const index = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  const folders = new Set();
  let from = end + 1;
  for (const [place, length] of Object.entries(index)) {
    const folder = place.slice(0, place.lastIndexOf("/"));
    if (!folders.has(folder)) FS.mkdirTree(folder);
    folders.add(folder);
    FS.writeFile(place, bytes.subarray(from, from + length), { canOwn: true });
    from += length;
  }
}
