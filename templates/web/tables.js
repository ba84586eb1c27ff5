// Tables of the report sorted by their columns; rows stay within their group, and sums stay last.
const FEWEST = 3;
const isPlain = (row) => !row.matches(".sum, .group") && !find("[colspan]", row);
const amount = (text) => parseFloat(text.replace(/[\s\u00a0\u202f]/g, "").replace("\u2212", "-").replace(",", "."));

function key(row, column, isNumber) {
  const text = folded(row.cells[column]?.textContent ?? "");
  if (!isNumber) return text || null;
  const value = amount(text);
  return Number.isNaN(value) ? null : value;
}

function sortable(of) {
  const heads_ = all("thead th, thead td", of);
  const groups = [...of.tBodies].map((body) => [...body.rows].filter(isPlain)).filter((group) => group.length >= FEWEST);
  if (!groups.length) return;
  let sorted = null;
  heads_.forEach((head, column) => {
    if (!head.matches("th")) return;
    const button = filled("button", [...head.childNodes], { type: "button" });
    head.append(button);
    button.onclick = () => {
      const again = sorted?.column === column;
      sorted = again && sorted.down ? null : { column, down: again };
      heads_.forEach((each) => each.removeAttribute("aria-sort"));
      if (sorted) head.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
      groups.forEach((group) => arrange(group, head.matches(".num")));
    };
  });
  function arrange(group, isNumber) {
    const end = make("tr");
    group[0].parentNode.insertBefore(end, [...group[0].parentNode.rows].filter((row) => group.includes(row)).pop().nextSibling);
    const wanted = sorted ? group.map((row) => [key(row, sorted.column, isNumber), row]) : group.map((row) => [0, row]);
    if (sorted) wanted.sort(([a], [b]) => {
      if (a === null || b === null) return (a === null) - (b === null);
      const found = typeof a === "number" ? a - b : order(a, b);
      return sorted.down ? -found : found;
    });
    wanted.forEach(([, row]) => end.before(row));
    end.remove();
  }
}

const ready = new WeakSet();
const once = (elements, act) => elements.filter((each) => !ready.has(each)).forEach((each) => {
  ready.add(each);
  act(each);
});

// Where number and name lead to the same place, one of them is a stop of the keyboard; a table of many links is folded.
const MOST_LINKS = 40;
const oneStop = (row) => all("a", row).forEach((link, at, links) => {
  if (links[at + 1]?.pathname === link.pathname && links[at + 1]?.hash === link.hash) link.tabIndex = -1;
});
function foldMany(box_) {
  const of = find("table.under", box_);
  if (!of || all("a", of).length <= MOST_LINKS) return;
  const fold = filled("details", [make("summary", folded(of.caption?.textContent ?? ""))], { className: "folded" });
  box_.before(fold);
  fold.append(box_);
  if (find(location.hash.split("?")[0] || "html").closest("details") === fold) fold.open = true;
}
addEventListener("beforeprint", () => all("main details").forEach((fold) => (fold.open = true)));

onShow.push((shown, asked, name) => {
  const within = name === WHOLE ? main : shown;
  once(all(".scroll", within), foldMany);
  once(all("tr", within).filter((row) => find("a + a, td a, th a", row)), oneStop);
  once(all("table:is(.data, .under):not(.comparison)", within), sortable);
  measure(within);
});

// Only a table that is wider than its box is a place to stop at with the keyboard.
const measure = (within) => all(".scroll", within).forEach((box_) => {
  const isWide = box_.scrollWidth > box_.clientWidth + 1;
  box_.tabIndex = isWide ? 0 : -1;
  box_.role = isWide ? "region" : "group";
});
addEventListener("resize", () => measure(root.dataset.view === WHOLE ? main : view));
document.fonts.ready.then(() => measure(root.dataset.view === WHOLE ? main : view ?? main));
