const { lang, words, projects, facts } = JSON.parse(document.getElementById("data").textContent);
const find = (selector, from = document) => from.querySelector(selector);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const make = (tag, textContent, more) => Object.assign(document.createElement(tag), { textContent, ...more });
const put = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
const plain = (text) => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
const table = find("table.appendix");
const number = (element) => element.id.split("-")[1];
const pages = Object.fromEntries(all(".project").map((page) => [number(page), plain(page.textContent)]));

// Where a number comes from, beside it: on focus and under the pointer, until Escape or something else.
const tip = find("#source");
let told = null;
const hide = () => {
  tip.hidden = true;
  told?.removeAttribute("aria-describedby");
  told = null;
};
const tell = ({ type, target }) => {
  const fact = target.closest?.("[data-fact]");
  if (type === "focusin" && fact) stand(place(fact), fact);
  if (fact === told || tip.contains(target)) return;
  if (fact || type !== "pointerover" || told !== document.activeElement) hide();
  if (!fact) return;
  const { value, rule, cells, more } = facts[fact.dataset.fact];
  const lines = [...cells, ...(more ? [put(more > 1 ? words.more : words.one_more, { count: more })] : [])];
  if (fact === document.activeElement && numbers(place(fact)).length > 1) lines.push(words.arrows);
  const list = make("ul");
  list.append(...lines.map((line, at) => make("li", line, at < cells.length ? { lang: "nb" } : {})));
  tip.replaceChildren(...(value ? [make("b", value)] : []), make("p", rule), list);
  tip.hidden = false;
  const { left, bottom } = fact.getBoundingClientRect();
  const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
  tip.style.left = Math.max(8, Math.min(left, room)) + "px";
  tip.style.top = bottom + scrollY + "px";
  fact.setAttribute("aria-describedby", tip.id);
  told = fact;
};
// The numbers of a table or a caption are one stop of the keyboard, with the arrows between them.
const place = (fact) => fact.closest("table, figcaption, .keys") ?? fact;
const numbers = (within) => (within.dataset.fact ? [within] : all("[data-fact]", within));
const seen = (within) => numbers(within).filter((each) => each.checkVisibility({ visibilityProperty: true }));
const stand = (within, chosen) => {
  const among = seen(within);
  const on = chosen ?? among.find((each) => each.tabIndex === 0) ?? among[0];
  numbers(within).forEach((each) => (each.tabIndex = each === on ? 0 : -1));
};
const column = (fact) => {
  const cell = fact.closest("td, th");
  return cell ? cell.cellIndex - cell.parentNode.cells.length : 0;
};
const next = (fact, key) => {
  const among = seen(place(fact));
  const step = /Right|Down/.test(key) ? 1 : -1;
  if (/Left|Right/.test(key)) return among[among.indexOf(fact) + step];
  const rows = [...Map.groupBy(among, (each) => each.closest("tr") ?? each).values()];
  const to = rows[rows.findIndex((row) => row.includes(fact)) + step] ?? [];
  const far = (each) => Math.abs(column(each) - column(fact));
  return to.toSorted((one, other) => far(one) - far(other))[0];
};
const marked = all("main [data-fact]").filter((each) => !each.closest("svg"));
marked.forEach((each) => each.setAttribute("role", "button"));
new Set(marked.map(place)).forEach((each) => stand(each));
["focusin", "pointerover", "click"].forEach((type) => addEventListener(type, tell));
addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
  const fact = event.target.closest?.("[data-fact]");
  if (!fact || !/^Arrow/.test(event.key)) return;
  event.preventDefault();
  next(fact, event.key)?.focus();
});

// The portfolio table, sorted by a column and filtered by marks and words; its state is in the address.
const home = "#" + table.closest("section").id;
table.before(find("#filters").content.cloneNode(true));
const form = find(".filters");
const query = find("#query");
const status = find("[role=status]", form);
const reset = find("button", form);
const order = new Intl.Collator(lang, { numeric: true }).compare;
const sum = find(".sum", table);
const asWritten = sum.innerHTML;
const bodies = [...table.tBodies].slice(0, -1);
const flat = make("tbody");
sum.parentNode.before(flat);
const rows = all("tr[id]", table).map((row) => {
  const id = number(row);
  return { row, id, home: row.parentNode, text: pages[id], ...projects[id] };
});
let sorted = null;

const heads = all("thead th", table);
heads.forEach((head, column) => {
  const button = make("button", head.textContent, { type: "button" });
  head.replaceChildren(button);
  button.onclick = () => {
    const again = sorted?.column === column;
    sorted = again && sorted.down ? null : { column, down: again };
    change();
  };
});

const chosen = () => Map.groupBy(all("input:checked", form), (box) => box.name);
const compare = ({ keys: one }, { keys: other }) => {
  const [a, b] = [one[sorted.column], other[sorted.column]];
  if (a === null || b === null) return (a === null) - (b === null);
  const found = order(a, b);
  return sorted.down ? -found : found;
};

function show() {
  const wanted = [...chosen()];
  const sought = plain(query.value).split(" ").filter(Boolean);
  const has = (text) => sought.every((word) => text.includes(word));
  const fits = ({ facets }) => wanted.every(([name, boxes]) => boxes.some((box) => box.value === facets[name]));
  const shown = rows.filter((each) => fits(each) && has(each.text));
  const some = wanted.length + sought.length > 0;
  rows.forEach((each) => (each.row.hidden = !shown.includes(each)));
  if (sorted) flat.append(...rows.toSorted(compare).map(({ row }) => row));
  else rows.forEach((each) => each.home.append(each.row));
  bodies.forEach((body) => {
    body.hidden = !find("tr[id]:not([hidden])", body);
    body.classList.toggle("part", some);
  });
  heads.forEach((head, column) => {
    head.ariaSort = sorted?.column !== column ? null : sorted.down ? "descending" : "ascending";
  });
  total(shown, some);
  const text = put(shown.length ? words.shown : words.none_shown, { shown: shown.length, all: rows.length });
  if (status.textContent !== text) status.textContent = text;
  reset.hidden = !some && !sorted;
  elsewhere(sought.length ? has : () => false);
  stand(table);
}

// The sum of what is shown, set as the report sets money.
function total(shown, some) {
  sum.innerHTML = asWritten;
  if (!some) return;
  const amount = shown.reduce((before, { budget }) => before + budget, 0);
  const whole = String(Math.floor(amount / 1000)).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  const rest = String(amount % 1000).padStart(3, "0").replace(/0+$/, "");
  const decimals = make("span", rest && (lang === "nb" ? "," : ".") + rest, { className: "frac" });
  sum.cells[0].textContent = words.sum;
  sum.cells[1].replaceChildren(whole, decimals);
}

// Projects with a page but no row, such as those that leave.
function elsewhere(has) {
  const others = Object.keys(pages).filter((id) => has(pages[id]) && !rows.some((each) => each.id === id));
  const links = others.flatMap((id) => [" ", make("a", id, { href: "#prosjekt-" + id })]);
  const place = find(".elsewhere", form);
  place.hidden = !links.length;
  place.lastElementChild.replaceChildren(...links);
}

function change() {
  show();
  const state = new URLSearchParams();
  if (query.value) state.set("q", query.value);
  chosen().forEach((boxes, name) => state.set(name, boxes.map((box) => box.value).join(" ")));
  if (sorted) state.set("sort", (sorted.down ? "-" : "") + sorted.column);
  history.replaceState(null, "", home + (state.size ? "?" + state : ""));
}

function restore() {
  const [place, search] = location.hash.split("?");
  if (place === home && search) {
    const state = new URLSearchParams(search);
    query.value = state.get("q") ?? "";
    all("[type=checkbox]", form).forEach((box) => {
      box.checked = state.get(box.name)?.split(" ").includes(box.value) ?? false;
    });
    const column = parseInt(state.get("sort")?.replace("-", ""));
    sorted = heads[column] ? { column, down: state.get("sort")[0] === "-" } : null;
    show();
    find(home).scrollIntoView();
  } else if (rows.some(({ row }) => row.hidden && "#" + row.id === place)) {
    clear();
    find(place).scrollIntoView();
  }
}

function clear() {
  form.reset();
  sorted = null;
  change();
}

form.oninput = change;
form.onsubmit = (event) => event.preventDefault();
reset.onclick = clear;
query.onkeydown = ({ key }) => {
  if (key !== "Escape") return;
  query.value = "";
  change();
};
if (matchMedia("(max-width: 45em)").matches) find("details", form).open = false;
addEventListener("hashchange", restore);
show();
restore();

// Only a table that is wider than its box is a place to stop at with the keyboard.
const measure = () => all(".scroll").forEach((box) => {
  const isWide = box.scrollWidth > box.clientWidth + 1;
  box.tabIndex = isWide ? 0 : -1;
  box.role = isWide ? "region" : "group";
});
addEventListener("resize", measure);
document.fonts.ready.then(measure);

// The contents say where in the report the reader is.
const ways = all(".ways a");
const watch = new IntersectionObserver((seen) => {
  const here = seen.findLast((each) => each.isIntersecting);
  if (here) ways.forEach((way) => (way.ariaCurrent = way.hash === "#" + here.target.id ? "true" : null));
}, { rootMargin: "-10% 0px -85%" });
all("main > *").forEach((part) => watch.observe(part));
