// Two projects beside each other, question by question, as each of them answers.
const pair = find(".pair");
const beside = find(".comparison");
all("select", pair).forEach((choice) => {
  choice.append(...listed.map((page) => make("option", titleOf(page), { value: number(page) })));
});

function answers(page) {
  const found = new Map();
  const heads_ = all(".facts thead th", page), values = all(".facts tbody td", page);
  values.forEach((cell, at) => found.set(folded(heads_[at]?.textContent ?? ""), cell));
  all(".form tr", page).forEach((row) => {
    all("th", row).forEach((head) => {
      const question = folded(head.textContent);
      if (!found.has(question)) found.set(question, head.nextElementSibling);
    });
  });
  return found;
}

function bare(cell) {
  const copy = cell.cloneNode(true);
  all("[data-fact], [id], [tabindex], .bar", copy).forEach((each) => {
    ["data-fact", "id", "tabindex", "role", "aria-expanded", "aria-controls"].forEach((name) => each.removeAttribute(name));
  });
  return [...copy.childNodes];
}

function lay(asked) {
  const pages = ["a", "b"].map((name, at) => find("#prosjekt-" + CSS.escape(asked.get(name) ?? "")) ?? listed[at] ?? listed[0]);
  all("select", pair).forEach((choice, at) => (choice.value = number(pages[at])));
  pair.elements.ulikt.checked = asked.has("ulikt");
  const [one, two] = pages.map(answers);
  const cell = (from, question) => filled("td", from.has(question) ? bare(from.get(question)) : ["–"], { lang: "nb" });
  const body = make("tbody");
  [...new Set([...one.keys(), ...two.keys()])].filter(Boolean).forEach((question) => {
    const cells = [one, two].map((from) => cell(from, question));
    const isSame = folded(cells[0].textContent) === folded(cells[1].textContent);
    if (isSame && asked.has("ulikt")) return;
    const row = filled("tr", [make("th", question, { scope: "row" }), ...cells], { className: isSame ? "same" : "" });
    body.append(row);
  });
  const links = pages.map((page) => filled("th", [make("a", titleOf(page), { href: "#" + page.id })], { scope: "col" }));
  beside.replaceChildren(filled("thead", [filled("tr", [make("th", words.asked, { scope: "col" }), ...links])]), body);
}

pair.oninput = () => {
  const asked = new URLSearchParams(new FormData(pair));
  rewrite("sammenlign", asked);
  lay(asked);
};
onShow.push((shown, asked) => {
  if (shown.id === "sammenlign" && listed.length) lay(asked);
});
