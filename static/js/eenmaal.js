// A second click on the button of a form that is on its way does nothing: what was sent, is sent once.
// Whoever stops the page from loading, or comes back to it, can send again.
const RUST_MS = 3000;
let verstuurd = new WeakMap();

document.addEventListener("submit", (gebeurtenis) => {
  const { target: formulier, timeStamp: nu } = gebeurtenis;
  if (formulier.method !== "post") return;
  if (nu - (verstuurd.get(formulier) ?? -RUST_MS) < RUST_MS) gebeurtenis.preventDefault();
  else verstuurd.set(formulier, nu);
});

window.addEventListener("pageshow", () => {
  verstuurd = new WeakMap();
});
