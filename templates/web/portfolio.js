// The portfolio: the table filtered by marks and words and sorted by a column. What is chosen is in the address, and
// goes along to the projects.
table.before(unfilled("filters"));
const form = find(".filters");
const query = find("#query");
const status = find("[role=status]", form);
const reset = find("button", form);
const sum = find(".sum", table);
const asWritten = sum?.innerHTML;
const bodies = [...table.tBodies].filter((body) => find("tr[id]", body));
const flat = make("tbody");
(sum ?? table.lastElementChild).parentNode.before(flat);
const rows = all("tr[id]", table).map((row) => ({ row, id: number(row), home: row.parentNode, ...projects[number(row)] }));
const kinds = [...new Set(all("input[type=checkbox]", form).map((box) => box.name))];
const CHOICES = ["q", ...kinds, "sort"];

const sortKey = (asked) => {
  const column = parseInt((asked.get("sort") ?? "").replace("-", ""));
  return heads[column] ? { column, down: asked.get("sort")[0] === "-" } : null;
};
const isChosen = (asked) => CHOICES.some((name) => asked.get(name));
const onlyChoices = (asked) => new URLSearchParams(CHOICES.filter((name) => asked.get(name)).map((name) => [name, asked.get(name)]));

const heads = all("thead th", table);
heads.forEach((head, column) => {
  const button = make("button", head.textContent, { type: "button" });
  head.replaceChildren(button);
  button.onclick = () => {
    const asked = chosen(), sorted = sortKey(asked);
    const again = sorted?.column === column;
    if (again && sorted.down) asked.delete("sort");
    else asked.set("sort", (again ? "-" : "") + column);
    change(asked);
  };
});

function compare(sorted, { keys: one }, { keys: other }) {
  const [a, b] = [one[sorted.column], other[sorted.column]];
  if (a === null || b === null) return (a === null) - (b === null);
  return sorted.down ? -order(a, b) : order(a, b);
}

// The projects that are chosen, in the order in which they are shown.
function selected(asked) {
  const wanted = kinds.filter((name) => asked.get(name)).map((name) => [name, asked.get(name).split(" ")]);
  const sought = split(asked.get("q") ?? "");
  const sorted = sortKey(asked);
  const fits = ({ id, facets }) =>
    wanted.every(([name, values]) => values.includes(facets[name])) && sought.every((word) => saidOf(id).includes(word));
  const shown = rows.filter(fits);
  return sorted ? shown.sort((a, b) => compare(sorted, a, b)) : shown;
}

function show(asked) {
  const shown = selected(asked), sorted = sortKey(asked), sought = split(asked.get("q") ?? "");
  const some = kinds.some((name) => asked.get(name)) || sought.length > 0;
  const among = new Set(shown);
  rows.forEach((each) => (each.row.hidden = !among.has(each)));
  if (sorted) flat.append(...shown.map(({ row }) => row));
  else rows.forEach((each) => each.home.append(each.row));
  bodies.forEach((body) => {
    body.hidden = !find("tr[id]:not([hidden])", body);
    body.classList.toggle("part", some);
  });
  heads.forEach((head, column) => {
    if (sorted?.column !== column) head.removeAttribute("aria-sort");
    else head.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
  });
  rows.forEach(({ row, id }) => {
    all("a", row).forEach((link) => (link.hash = written("prosjekt-" + id, onlyChoices(asked))));
    find(".reason", row)?.remove();
    const reason = sought.length && among.has(projects[id].self) && reasonFor(id, sought);
    if (reason) row.cells[1].append(reason);
  });
  total(shown, some);
  const text = put(shown.length ? words.shown : words.none_shown, { shown: shown.length, all: rows.length });
  if (status.textContent !== text) status.textContent = text;
  reset.hidden = !some && !sorted;
  elsewhere(sought);
}
rows.forEach((each) => (projects[each.id].self = each));

// The sum of what is shown, set as the report sets money.
function total(shown, some) {
  if (!sum) return;
  sum.innerHTML = asWritten;
  if (!some) return;
  const amount = shown.reduce((before, { budget }) => before + budget, 0);
  const whole = String(Math.floor(amount / 1000)).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  const rest = String(amount % 1000).padStart(3, "0").replace(/0+$/, "");
  const decimals = rest && (lang === "nb" ? "," : ".") + rest;
  sum.cells[0].textContent = words.sum;
  sum.cells[1].replaceChildren(whole + decimals, make("i", "", { className: "pad p" + Math.max(0, 3 - decimals.length) }));
}

// Projects with a page but no row, such as those that leave.
function elsewhere(sought) {
  const ids = sought.length ? all(".project", main).map(number).filter((id) => !projects[id]) : [];
  const links = ids.filter((id) => sought.every((word) => saidOf(id).includes(word)));
  const box = find(".elsewhere", form);
  box.hidden = !links.length;
  box.lastElementChild.replaceChildren(...links.flatMap((id) => [" ", make("a", id, { href: "#prosjekt-" + id })]));
}

function chosen() {
  const asked = new URLSearchParams();
  if (query.value) asked.set("q", query.value);
  kinds.forEach((name) => {
    const boxes = all(`input[name="${name}"]:checked`, form);
    if (boxes.length) asked.set(name, boxes.map((box) => box.value).join(" "));
  });
  const sorted = address().asked.get("sort");
  if (sorted) asked.set("sort", sorted);
  return asked;
}

function change(asked = chosen()) {
  rewrite(home.id, asked);
  show(asked);
}

onShow.push((shown, asked, name) => {
  if (shown !== home && name !== WHOLE) return;
  const row = document.getElementById(name);
  query.value = asked.get("q") ?? "";
  all("[type=checkbox]", form).forEach((box) => {
    box.checked = asked.get(box.name)?.split(" ").includes(box.value) ?? false;
  });
  show(row?.matches("tr") ? new URLSearchParams() : asked);
});
form.oninput = () => change();
form.onsubmit = (event) => event.preventDefault();
reset.onclick = () => {
  form.reset();
  change(new URLSearchParams());
  query.focus();
};
query.onkeydown = ({ key }) => {
  if (key !== "Escape") return;
  query.value = "";
  change();
};
if (matchMedia("(max-width: 64em)").matches) find("details", form).open = false;
