// Builds static/gebouwd/app.css: the NL Design System components and tokens we really use, our own
// tokens and our own rules, in one small file. `node bouw.mjs` takes well under a second, so it can
// run at every start; it writes only when the result differs, so a watcher or manifest stays quiet.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import postcss from "postcss";

const HIER = dirname(fileURLToPath(import.meta.url));
const HUIS = join(HIER, "..");
const DOEL = join(HUIS, "static", "gebouwd", "app.css");
const BUDGET_GZIP = 26 * 1024;

const COMPONENTEN = "@utrecht/component-library-css/dist/index.css";
const VOORBEELDTOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css";
const EIGEN = ["tokens-westerkwartier.css", "basis.css", "componenten.css", "schil.css", "dossier.css", "overdracht.css", "intake.css", "leerroutes.css", "uren.css", "ontzorgen.css", "opdrachten.css", "afdruk.css"];

const pakket = (pad) => readFileSync(join(HIER, "node_modules", pad), "utf8");
const eigen = (naam) => readFileSync(join(HIER, "css", naam), "utf8");

/** Every word in the templates and the tags that write markup: a class that is not among them is not used. */
function woorden() {
  const gevonden = new Set();
  const lees = (pad) => {
    for (const woord of readFileSync(pad, "utf8").match(/[\w-]+/g) ?? []) gevonden.add(woord);
  };
  const loop = (map, soort) => {
    for (const item of readdirSync(map, { withFileTypes: true })) {
      const pad = join(map, item.name);
      if (item.isDirectory()) loop(pad, soort);
      else if (soort.test(item.name)) lees(pad);
    }
  };
  loop(join(HUIS, "templates"), /\.(html|svg)$/);
  loop(join(HUIS, "static", "js"), /\.js$/);
  for (const app of readdirSync(HUIS, { withFileTypes: true })) {
    const tags = join(HUIS, app.name, "templatetags");
    if (app.isDirectory() && !app.name.startsWith(".") && existsSync(tags)) loop(tags, /\.py$/);
  }
  return gevonden;
}

/**
 * Drops third-party rules with a class that no page uses. Our own rules are ours to keep tidy.
 * `:invalid` goes too: a field not filled in yet is not wrong. What is, the server says with aria-invalid.
 */
function schudRegels(wortel, gebruikt) {
  wortel.walkRules((regel) => {
    if (regel.parent?.type === "atrule" && /keyframes$/.test(regel.parent.name)) return;
    regel.selectors = regel.selectors.filter((kiezer) => {
      if (kiezer.includes(":invalid")) return false;
      const klassen = kiezer.replace(/:not\([^)]*\)/g, "").match(/\.[\w-]+/g) ?? [];
      return klassen.every((klasse) => gebruikt.has(klasse.slice(1)));
    });
    if (regel.selectors.every((kiezer) => kiezer.trim() === "")) regel.remove();
  });
}

/** Drops custom properties nobody reads, again and again: a dropped one may have been the last reader of the next. */
function schudTokens(wortel) {
  for (let weg = 1; weg > 0; ) {
    weg = 0;
    const gelezen = new Set();
    wortel.walkDecls(({ value }) => {
      for (const [, naam] of value.matchAll(/var\(\s*(--[\w-]+)/g)) gelezen.add(naam);
    });
    wortel.walkDecls(/^--/, (regel) => {
      if (!gelezen.has(regel.prop)) {
        regel.remove();
        weg += 1;
      }
    });
  }
}

/** A later token of the same name wins (the municipality's file stands last), so the earlier one is dead weight. */
function laatsteTokenWint(wortel) {
  const gezien = new Set();
  wortel.nodes
    .filter((regel) => regel.type === "rule" && regel.selector === ":root")
    .reverse()
    .forEach((regel) => {
      [...regel.nodes].reverse().forEach((token) => {
        if (token.type !== "decl" || !token.prop.startsWith("--")) return;
        if (gezien.has(token.prop)) token.remove();
        gezien.add(token.prop);
      });
    });
}

function verklein(wortel) {
  wortel.walkComments((opmerking) => opmerking.remove());
  wortel.walkAtRules("charset", (regel) => regel.remove());
  for (let leeg = true; leeg; ) {
    leeg = false;
    wortel.walk((knoop) => {
      if ("nodes" in knoop && knoop.nodes?.length === 0) {
        knoop.remove();
        leeg = true;
      }
    });
  }
  wortel.walk((knoop) => {
    knoop.raws.before = "";
    if (knoop.type === "decl") {
      knoop.raws.between = ":";
      delete knoop.raws.value;
      knoop.value = knoop.value.replace(/\s+/g, " ").replace(/\s*,\s*/g, ",").replace(/\(\s+/g, "(").replace(/\s+\)/g, ")");
    } else {
      knoop.raws.between = "";
      knoop.raws.after = "";
      knoop.raws.semicolon = false;
      delete knoop.raws.params;
      delete knoop.raws.selector;
      if (knoop.type === "rule") knoop.selector = knoop.selectors.map((s) => s.replace(/\s+/g, " ").trim()).join(",");
      if (knoop.type === "atrule") knoop.params = knoop.params.replace(/\s+/g, " ");
    }
  });
  wortel.raws.after = "";
}

const gebruikt = woorden();
const componenten = postcss.parse(pakket(COMPONENTEN), { from: COMPONENTEN });
schudRegels(componenten, gebruikt);

const wortel = postcss.root();
wortel.append(postcss.parse(pakket(VOORBEELDTOKENS).replaceAll(".voorbeeld-theme", ":root"), { from: VOORBEELDTOKENS }));
wortel.append(componenten);
for (const naam of EIGEN) wortel.append(postcss.parse(eigen(naam), { from: naam }));
laatsteTokenWint(wortel);
schudTokens(wortel);
verklein(wortel);

const kop = "/*! NL Design System: Utrecht components and example tokens, EUPL-1.2 */";
const css = kop + wortel.toString();
const gzip = gzipSync(css, { level: 9 }).length;
const vorige = existsSync(DOEL) ? readFileSync(DOEL, "utf8") : "";
if (vorige !== css) {
  mkdirSync(dirname(DOEL), { recursive: true });
  writeFileSync(DOEL, css);
}
const vinger = createHash("sha256").update(css).digest("hex").slice(0, 8);
console.log(`app.css ${(css.length / 1024).toFixed(1)} kB, ${(gzip / 1024).toFixed(1)} kB gzip, ${vinger}${vorige === css ? " (ongewijzigd)" : ""}`);
if (gzip > BUDGET_GZIP) {
  console.error(`app.css is groter dan het budget van ${BUDGET_GZIP / 1024} kB gzip.`);
  process.exit(1);
}
