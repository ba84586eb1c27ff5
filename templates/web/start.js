// The start: search, and key figures that lead to the projects behind them. Then the view that the address asks for.
all("[data-chosen]").forEach((way) => (way.hash = `${way.hash}?${way.dataset.chosen}`));
find("#topp .cover").after(search("find-first"));
find("#topp .find").onsubmit = (event) => {
  event.preventDefault();
  location.hash = written("sok", new URLSearchParams([["q", find("#find-first").value]]));
};
route();
