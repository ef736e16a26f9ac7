// Builds what the pages need into wwwroot/assets: app.css, app.js, the parts of it that load when wanted, the service worker, the
// icons, the font and what installing needs.
// What the pages' markup says is read too: a style that no page uses is not in app.css.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const out = join(here, "../../wwwroot/assets");

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "fonts"), { recursive: true });

await build({
  entryPoints: ["app", "charts", "board"].map((name) => join(here, "scripts", `${name}.ts`)),
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
});

// The service worker is a script of another kind: one file without imports, to which the program adds the addresses of what belongs to a version.
// What runs before the documentation's component is no module either: those run too late.
await build({
  entryPoints: [join(here, "worker/worker.ts"), join(here, "scripts/docs.ts")],
  entryNames: "[name]",
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
});

execFileSync(join(modules, ".bin/tailwindcss"), ["--input", join(here, "styles/app.css"), "--output", join(out, "app.css"), "--minify"], {
  cwd: here,
  stdio: ["ignore", "ignore", "inherit"],
});

// One file of symbols, so that an icon on a page is a reference of 40 bytes.
const symbols = readFileSync(join(here, "icons.txt"), "utf8")
  .split(/\s+/)
  .filter(Boolean)
  .map((name) => {
    const svg = readFileSync(join(modules, "lucide-static/icons", `${name}.svg`), "utf8");
    const shapes = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s+/g, " ").trim();
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
writeFileSync(join(out, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);

// The fonts' names hold the version, so that browsers may keep them for good (styles/font.css names them).
for (const script of ["latin", "latin-ext"]) {
  cpSync(join(modules, `@fontsource-variable/inter/files/inter-${script}-wght-normal.woff2`), join(out, `fonts/inter-5.3.0-${script}.woff2`));
}
for (const icon of ["favicon.svg", "icon-180.png", "icon-192.png", "icon-512.png", "maskable-512.png"]) {
  cpSync(join(here, "icons", icon), join(out, icon));
}
cpSync(join(here, "lintel.webmanifest"), join(out, "lintel.webmanifest"));
