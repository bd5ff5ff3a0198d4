// Finds what ES modules import by NODE_PATH too, as AWS's Node.js does. Where a function has folders of its own, links do that.

import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const PACKAGE = /^(@[^/]+\/)?[^./@][^:]*$/;
const importers = (process.env.NODE_PATH ?? "")
  .split(":")
  .filter((folder) => basename(folder) === "node_modules")
  .map((folder) => pathToFileURL(join(dirname(folder), "index.mjs")).href);

export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (e) {
    if (e.code === "ERR_MODULE_NOT_FOUND" && PACKAGE.test(specifier)) {
      for (const parentURL of importers) {
        try {
          return await next(specifier, { ...context, parentURL });
        } catch {
          continue;
        }
      }
    }
    throw e;
  }
}
