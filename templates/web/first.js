// Before there is a page: only its start is drawn until the script has made views of it, and all of it if that fails.
document.documentElement.classList.add("js", /^#(?!topp)./.test(location.hash) ? "deep" : "home");
addEventListener("error", () => document.documentElement.classList.remove("js"));
