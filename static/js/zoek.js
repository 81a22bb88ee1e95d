// "/" goes to the search field, unless somebody is typing.
const zoek = document.querySelector("[data-zoek]");

document.addEventListener("keydown", (toets) => {
  if (!zoek || toets.key !== "/" || toets.ctrlKey || toets.metaKey || toets.altKey) return;
  if (toets.target.closest("input, textarea, select, [contenteditable]")) return;
  toets.preventDefault();
  zoek.focus();
  zoek.select();
});

// An open menu in the head closes with Escape or a click beside it.
const menus = document.querySelectorAll("details[name=schil]");

document.addEventListener("keydown", (toets) => {
  if (toets.key !== "Escape") return;
  for (const menu of menus) {
    if (!menu.open) continue;
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("click", ({ target }) => {
  for (const menu of menus) if (menu.open && !menu.contains(target)) menu.open = false;
});
