import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: {
    outDir: "../src/vedette/web/static",
    emptyOutDir: true,
    assetsInlineLimit: 0, // the content security policy allows no inline script and no data: font
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    target: "es2022",
  },
});
