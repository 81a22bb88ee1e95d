// Keeps what somebody types as a draft: two seconds after the last key, and when the page is left.
// A form says so with data-concept and data-concept-url. Without this script nothing is lost either:
// a form that meets a lapsed log-in is kept by the server.
const WACHT_MS = 2000;
const tijd = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit" });

function velden(formulier) {
  const uit = new URLSearchParams();
  for (const [naam, waarde] of new FormData(formulier)) {
    const geheim = formulier.elements[naam]?.type === "password";
    if (typeof waarde === "string" && !geheim && naam !== "csrfmiddlewaretoken") uit.append(naam, waarde);
  }
  return uit;
}

function stand(formulier) {
  const plek = document.createElement("p");
  plek.className = "concept-stand";
  plek.setAttribute("role", "status");
  (formulier.querySelector(".acties") ?? formulier).append(plek);
  return (tekst) => {
    plek.textContent = tekst;
  };
}

function bewaakt(formulier) {
  const zeg = stand(formulier);
  let vorige = velden(formulier).toString();
  let klok = 0;
  let verstuurd = false;

  async function bewaar() {
    clearTimeout(klok);
    const inhoud = velden(formulier);
    const nu = inhoud.toString();
    if (verstuurd || nu === vorige) return;
    try {
      const antwoord = await fetch(formulier.dataset.conceptUrl, {
        method: "POST",
        body: inhoud,
        headers: { "X-CSRFToken": formulier.elements.csrfmiddlewaretoken?.value ?? "" },
        keepalive: nu.length < 60000,
        redirect: "error",
      });
      if (!antwoord.ok) throw new Error(String(antwoord.status));
      vorige = nu;
      zeg(`Bewaard om ${tijd.format(new Date())}`);
    } catch {
      zeg("Automatisch bewaren lukt nu niet. Wat u invulde staat nog op deze pagina.");
    }
  }

  formulier.addEventListener("input", () => {
    clearTimeout(klok);
    klok = setTimeout(bewaar, WACHT_MS);
  });
  formulier.addEventListener("submit", () => {
    verstuurd = true;
    clearTimeout(klok);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") bewaar();
  });
  window.addEventListener("pageshow", () => {
    verstuurd = false;
  });
}

document.querySelectorAll("form[data-concept]").forEach(bewaakt);
