// After a form with mistakes the summary gets the focus, so that it is the first thing read.
const overzicht = document.querySelector("[data-foutoverzicht]");
if (overzicht) overzicht.focus();

document.addEventListener("htmx:afterSwap", ({ target }) => {
  target.querySelector("[data-foutoverzicht]")?.focus();
});
