// The view of a project: the ones before and after it among those chosen, its link, print, and who to compare it with.
const printer = make("button", words.print, { type: "button", onclick: () => print() });
const tools = make("div", "", { className: "tools" });
const said = make("span", "", { role: "status" });
const listed = all(".project", main);
const copier = (address_) => {
  const button = make("button", words.copy, { type: "button" });
  button.onclick = async () => {
    await navigator.clipboard.writeText(new URL(address_(), location.href).href);
    said.textContent = words.copied;
    button.after(said);
    setTimeout(() => said.remove(), 4000);
  };
  return navigator.clipboard ? [button] : [];
};
const other = filled("select", [make("option", words.compare_with, { value: "" })], { "aria-label": words.compare_with });
other.append(...listed.map((page) => make("option", titleOf(page), { value: number(page) })));
other.onchange = () => {
  if (other.value) location.hash = written("sammenlign", new URLSearchParams([["a", number(view)], ["b", other.value]]));
};
tools.append(...copier(() => location.hash), printer, other);

onShow.push((shown, asked, name) => {
  if (!shown.matches(".project") || name === WHOLE) return tools.remove();
  other.value = "";
  all("option", other).forEach((option) => (option.disabled = option.value === number(shown)));
  const header = find("header", shown);
  header.after(tools);
  const choices = onlyChoices(asked);
  const among = isChosen(asked) ? selected(asked).map(({ id }) => id) : [];
  const at = among.indexOf(number(shown));
  const around = find(".around", header);
  around.dataset.printed ??= around.innerHTML;
  if (at < 0) return around.innerHTML = around.dataset.printed;
  const way = (id, text, about) => id
    ? [make("a", put(text, { id }), { href: written("prosjekt-" + id, choices), title: `${about}: ${titleOf(find("#prosjekt-" + id))}` })] : [];
  around.replaceChildren(
    ...way(among[at - 1], "← {id}", words.previous),
    filled("a", [put(words.place, { place: at + 1, all: among.length })], { href: written(home.id, choices), title: words.back }),
    ...way(among[at + 1], "{id} →", words.next),
  );
});
