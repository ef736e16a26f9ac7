// What moves by itself on the pages. All of them work without it; each file here makes one thing quicker or livelier.
import { asOf } from "./asof.ts";
import { clocks } from "./clocks.ts";
import { composer } from "./composer.ts";
import { dialogs } from "./dialogs.ts";
import { forms } from "./forms.ts";
import { keys } from "./keys.ts";
import { lazy } from "./lazy.ts";
import { live } from "./live.ts";
import { menus } from "./menus.ts";
import { navigation } from "./navigation.ts";
import { offline } from "./offline.ts";
import { palette } from "./palette.ts";
import { passkeys } from "./passkeys.ts";
import { pictures } from "./pictures.ts";
import { print } from "./print.ts";
import { seen } from "./seen.ts";
import { tables } from "./tables.ts";
import { tabs } from "./tabs.ts";
import { toasts } from "./toasts.ts";
import { tray } from "./tray.ts";

for (const begin of [navigation, dialogs, menus, forms, tables, tabs, toasts, clocks, keys, palette, passkeys, pictures, print, lazy, asOf, composer, tray, offline, seen, live]) {
  begin();
}
