// Each figure and numbered table: its own address, and its numbers and drawing to take away, made here.
const RESOLUTION = 4;

const field = (text) => (/[;"\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
const bareNumber = (text) => (/^[\u2212-]?\d{1,3}( \d{3})*([,.]\d+)?$/.test(text) ? text.replace(/ /g, "").replace("\u2212", "-") : text);
const safe = (text) => (/^[=+@\t]/.test(text) || /^-\D/.test(text) ? "'" + text : text);
const said_ = (cell) => {
  const copy = cell.cloneNode(true);
  all("[aria-hidden]", copy).forEach((each) => each.remove());
  return folded(copy.textContent);
};
// Norwegian programs read a comma as a decimal sign, and so columns are parted by semicolons there.
const asCsv = (of) => "\ufeff" + [...of.rows].map((row) => {
  const cells = [...row.cells].flatMap((cell) => [said_(cell), ...Array(cell.colSpan - 1).fill("")]);
  return cells.map((text) => field(safe(bareNumber(text)))).join(lang === "nb" ? ";" : ",");
}).join("\r\n") + "\r\n";

function asSvg(drawn) {
  const copy = drawn.cloneNode(true);
  const box_ = drawn.viewBox.baseVal;
  copy.setAttribute("width", box_.width * RESOLUTION);
  copy.setAttribute("height", box_.height * RESOLUTION);
  [copy, ...all("[class], [data-fact]", copy)].forEach((each) => ["class", "data-fact", "data-form"].forEach((name) => each.removeAttribute(name)));
  const faces = find("head style").textContent.match(/@font-face[^}]*}/)[0];
  const style = document.createElementNS(copy.namespaceURI, "style");
  style.textContent = faces;
  const paper = document.createElementNS(copy.namespaceURI, "rect");
  Object.entries({ width: "100%", height: "100%", fill: "#ffffff" }).forEach(([name, value]) => paper.setAttribute(name, value));
  copy.prepend(style, paper);
  return new XMLSerializer().serializeToString(copy);
}

async function asPng(drawn) {
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(asSvg(drawn));
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  canvas.getContext("2d").drawImage(image, 0, 0);
  return new Promise((give) => canvas.toBlob(give, "image/png"));
}

function save(blob, name) {
  const way = make("a", "", { href: URL.createObjectURL(blob), download: name });
  way.click();
  setTimeout(() => URL.revokeObjectURL(way.href), 1000);
}

function toolsFor(element, label, numbers_, drawn) {
  const name = [label, element.id.replace(/^(figur|tabell)-/, "")].join("-").toLowerCase().replace(/[^a-z0-9-]+/g, "-");
  const ways_ = { CSV: () => new Blob([asCsv(numbers_)], { type: "text/csv" }) };
  if (drawn) ways_.SVG = () => new Blob([asSvg(drawn)], { type: "image/svg+xml" });
  if (drawn) ways_.PNG = () => asPng(drawn);
  const buttons = Object.entries(ways_).map(([form_, give]) => {
    const button = make("button", form_, { type: "button", "aria-label": `${put(words.get_figure, { label })}: ${form_}` });
    button.onclick = async () => save(await give(), `${name}.${form_.toLowerCase()}`);
    return button;
  });
  return filled("p", [...buttons, ...copier(() => "#" + element.id)], { className: "tools" });
}

function furnish(label) {
  const figure = label.closest("figure");
  const element = figure ?? label.closest("table");
  if (!element.id) return;
  const text = folded(label.textContent);
  label.replaceChildren(make("a", text, { href: "#" + element.id }));
  const numbers_ = figure ? find("table", figure) ?? find(`#tabell-til-${figure.id.replace("figur-", "")}`) : element;
  if (!numbers_) return;
  (numbers_.closest(".folded") ?? numbers_.closest(".scroll") ?? numbers_).after(toolsFor(element, text, numbers_, figure && find("svg.wide, svg", figure)));
}
onShow.push((shown, asked, name) => once(all("figcaption .label, caption .label", name === WHOLE ? main : shown), furnish));
