// The page: it starts the worker, hands it a workbook, and shows what it says. The words are in the element #words.
const $ = (id) => document.getElementById(id);
const read = (id) => JSON.parse($(id).textContent);
const WORDS = read("words");
const SETTINGS = read("settings");
const SYMBOLS = { error: "■", warning: "▲", info: "●" };

let lang = document.documentElement.lang;
let shown = { error: true, warning: true, info: false };
let chosen = null; // the workbook: its file, its handle where the browser gives one, and its bytes as they were checked
globalThis.said = null; // what was said of it, by language; tests compare it with what the program prints
let checkedAt = null;
let isReady = false;
let waiting = false;

const word = (name, facts = {}) => WORDS[lang][name].replace(/\{(\w+)\}/g, (_, fact) => facts[fact]);
const counted = (severity, number) => word(number === 1 ? `one_${severity}` : `some_${severity}`, { number });

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

// Seven bits in each character; one above 127 carries a character that HTML keeps for itself, and the next.
const decode = ({ textContent: text, dataset }) => {
  const taken = [0, 13, 60];
  const bytes = new Uint8Array(Number(dataset.size));
  let at = 0, held = 0, bits = 0;
  const take = (seven) => {
    held = ((held << 7) | seven) & 0x7fff;
    bits += 7;
    if (bits >= 8) bytes[at++] = held >> (bits -= 8);
  };
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code > 127) take(taken[(code >> 7) - 1]);
    take(code & 127);
  }
  return bytes;
};

const requests = new Map();
let worker;

const ask = (what, facts) =>
  new Promise((resolve, reject) => {
    const id = requests.size + 1;
    requests.set(id, { resolve, reject });
    worker.postMessage({ id, what, ...facts });
  });

const start = async () => {
  const packed = Object.fromEntries(["script", "wasm", "python", "ehport"].map((name) => [name, decode($(name))]));
  const script = await new Response(new Blob([packed.script]).stream().pipeThrough(new DecompressionStream("gzip"))).blob();
  // Pyodide tries whether it may import a script; the policy of the page forbids that, and some browsers complain.
  const source = new Blob(["globalThis.importScripts = () => { throw new Error() };", script, "\n;", $("worker").textContent], { type: "text/javascript" });
  worker = new Worker(URL.createObjectURL(source));
  worker.onerror = (event) => fail("not_started", event.message);
  worker.onmessage = ({ data }) => {
    if (data.stage) return arrive(data.stage);
    if (!data.id) return fail("not_started", data.failed);
    const { resolve, reject } = requests.get(data.id);
    return data.failed === undefined ? resolve(data) : reject(new Error(data.failed));
  };
  worker.postMessage({ what: "start", ...packed, round: SETTINGS.round });
};

const arrive = (stage) => {
  $("progress").value = stage;
  if (stage < $("progress").max) return;
  isReady = true;
  $("starting").hidden = true;
  if (waiting) check();
  else tell("ready");
};

const tell = (name, facts) => {
  $("state").textContent = name ? word(name, facts) : "";
};

const fail = (name, detail) => {
  $("failed").replaceChildren(word(name), element("details", {}, element("summary", { textContent: word("technical") }), element("pre", { textContent: detail })));
  $("failed").hidden = false;
  $("starting").hidden = true;
  tell("");
};

const take = (found) => {
  chosen = found;
  said = null;
  $("result").hidden = true;
  check();
};

const check = async () => {
  $("failed").hidden = true;
  waiting = !isReady;
  tell(isReady ? "checking" : "soon", { file: chosen.file.name });
  if (waiting) return;
  const isFirst = said === null;
  const mine = chosen;
  try {
    if (mine.handle) mine.file = await mine.handle.getFile();
    const bytes = await mine.file.arrayBuffer();
    const answer = await ask("check", { name: mine.file.name, bytes });
    if (mine !== chosen) return;
    mine.bytes = bytes;
    said = answer.said;
    checkedAt = new Date();
    show();
    if (isFirst) $("summary").focus();
  } catch (failed) {
    if (failed instanceof DOMException) chooseAgain();
    else fail("not_checked", failed.message);
  }
};

const mark = async () => {
  tell("marking");
  try {
    const { name, data, why } = await ask("mark", { name: chosen.file.name, bytes: chosen.bytes, lang });
    if (why) $("state").textContent = why;
    else {
      element("a", { href: URL.createObjectURL(new Blob([data])), download: name }).click();
      tell("marked", { name });
    }
  } catch (failed) {
    fail("not_checked", failed.message);
  }
};

// Without a handle a browser reads a file that has changed no more: the reader has to point at it once again.
const chooseAgain = () => {
  tell("choose_again", { file: chosen.file.name });
  $("file").focus();
};

const show = () => {
  const { counts, groups, why, can_mark } = said[lang];
  const time = checkedAt.toLocaleTimeString(lang === "nb" ? "nb-NO" : "en-GB");
  const told = Object.keys(SYMBOLS).filter((each) => counts[each]).map((each) => counted(each, counts[each]));
  $("summary").textContent = chosen.file.name;
  const verdict = counts.error ? "has_errors" : counts.warning ? "has_warnings" : "is_well";
  $("verdict").textContent = word(verdict);
  $("verdict").className = verdict;
  $("mark").hidden = !can_mark;
  $("filter").hidden = told.length === 0;
  $("filter").replaceChildren($("filter").querySelector("legend"), ...Object.keys(SYMBOLS).filter((each) => counts[each]).map(tick(counts)));
  $("found").replaceChildren(...Object.keys(SYMBOLS).map((each) => section(each, counts[each], groups, why)).filter(Boolean));
  $("result").hidden = false;
  tell("checked", { time, counts: told.join(", ") || word("nothing") });
};

const tick = (counts) => (severity) => {
  const box = element("input", { type: "checkbox", checked: shown[severity] });
  box.onchange = () => {
    shown[severity] = box.checked;
    $(`all-${severity}`).hidden = !box.checked;
  };
  return element("label", {}, box, `${SYMBOLS[severity]} ${counted(severity, counts[severity])}`);
};

const section = (severity, number, groups, why) => {
  if (!number) return null;
  const mine = groups.filter((group) => group.severity === severity);
  const made = element("section", { id: `all-${severity}`, className: severity, hidden: !shown[severity] });
  made.append(element("h3", {}, element("span", { ariaHidden: "true", textContent: `${SYMBOLS[severity]} ` }), counted(severity, number)));
  for (const group of mine) {
    made.append(element("h4", { textContent: group.project || word("whole_file") }), element("ul", {}, ...group.told.map((each) => line(each, why))));
  }
  return made;
};

const line = (each, why) => {
  const where = each.cell ? word("cell", { cell: each.cell }) : each.sheet ? word("sheet", { sheet: each.sheet }) : word("file");
  const made = element("li", {}, element("p", { className: "where" }, element("b", { textContent: where }), ` ${each.code}`));
  made.append(element("p", { textContent: each.message }));
  made.append(element("p", { className: "help", textContent: each.settled ? word("settled", each) : word("help", each) }));
  const summary = element("summary", { textContent: word("why") });
  summary.append(element("span", { className: "unseen", textContent: ` ${each.code}, ${where}` }));
  made.append(element("details", {}, summary, element("pre", { textContent: why[each.code] })));
  return made;
};

const speak = (chosenLang) => {
  lang = chosenLang;
  document.documentElement.lang = lang;
  document.title = word("title");
  for (const each of document.querySelectorAll("[data-word]")) each.textContent = word(each.dataset.word);
  const other = lang === "nb" ? "en" : "nb";
  Object.assign($("language"), { textContent: WORDS[other].name, lang: other, hidden: false });
  $("language").onclick = () => speak(other);
  if (said) show();
  else if (isReady) tell("ready");
};

const pick = async () => {
  const types = [{ description: "Excel", accept: { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": [".xlsx", ".xlsm"] } }];
  const [handle] = await window.showOpenFilePicker({ types });
  take({ handle, file: await handle.getFile() });
};

$("file").onclick = (event) => {
  if (!window.showOpenFilePicker) return;
  event.preventDefault();
  pick().catch((failed) => {
    if (failed.name === "AbortError") return;
    window.showOpenFilePicker = undefined; // it is there, and not allowed here: the browser's older way is left
    $("file").click();
  });
};
$("file").onchange = () => {
  const [file] = $("file").files;
  if (file) take({ file });
  $("file").value = "";
};
document.ondragover = (event) => {
  event.preventDefault();
  $("drop").classList.add("over");
};
document.ondragleave = () => $("drop").classList.remove("over");
document.ondrop = async (event) => {
  event.preventDefault();
  $("drop").classList.remove("over");
  const [item] = [...event.dataTransfer.items].filter((each) => each.kind === "file");
  if (!item) return;
  const file = item.getAsFile();
  const handle = await item.getAsFileSystemHandle?.().catch(() => null);
  take({ file, handle: handle?.kind === "file" ? handle : null });
};
$("again").onclick = check;
$("mark").onclick = mark;
$("print").onclick = () => window.print();
speak(lang);
if (!$("app").hidden) start().catch((failed) => fail("not_started", String(failed)));
